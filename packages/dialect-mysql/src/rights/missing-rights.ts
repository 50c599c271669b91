import type { Change, Statement } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { escapedDatabase } from '../grants/one-database.js';
import { type AskedRight, askedRights, keptDefiners } from './asked-rights.js';
import { grantee, isShown, lacksForDefiners } from './definer-rights.js';
import { missingAccounts } from './missing-accounts.js';
import { rowsOf } from './rows-of.js';

/**
 * What the account lacks that is to make some changes, as far as the server shows it: one query for all of them. An account that has roles is asked for nothing, since
 * what a role may do is not shown to everybody who has it.
 */
export function missingRights(
  changes: readonly Change[],
  { needsReferences, definerRight }: Pick<Flavour, 'needsReferences' | 'definerRight'>,
): Statement | undefined {
  const asked = askedRights(changes, needsReferences);
  const kept = keptDefiners(changes);
  const accounts = missingAccounts(changes);
  const parts = [
    ...(asked.length > 0 ? [lacksAmong(asked)] : []),
    ...(kept.length > 0 ? [lacksForDefiners(kept, definerRight)] : []),
    ...(accounts ? [accounts] : []),
  ];
  if (parts.length === 0) return undefined;
  return {
    text: `${parts.map(({ text }) => text).join('\nUNION ALL\n')}\nORDER BY 1`,
    params: parts.flatMap(({ params = [] }) => params),
  };
}

/** A pattern by which the account has rights already is the one that more are added to: the server looks at one alone. */
const place = `COALESCE(
    (SELECT MIN(p.table_schema) FROM information_schema.schema_privileges p WHERE p.grantee = ${grantee} AND DATABASE() LIKE p.table_schema),
    ${escapedDatabase}
  )`;

/** What it lacks of these privileges alone. */
export function lacksAmong(asked: readonly AskedRight[]): Statement {
  return {
    text: `SELECT
  CONCAT(a.title, ': the account lacks ', a.privilege) AS 'lack',
  CONCAT(
    'GRANT ', a.privilege, ' ON \`', REPLACE(CASE WHEN a.is_wide THEN ${place} ELSE DATABASE() END, '\`', '\`\`'),
    CASE WHEN a.is_wide THEN '\`.*' ELSE CONCAT('\`.\`', REPLACE(a.\`table\`, '\`', '\`\`'), '\`') END, ' TO ', ${grantee}
  ) AS 'remedy'
FROM ${rowsOf({ privilege: 'varchar(64)', table: 'varchar(64)', title: 'text', is_wide: 'int' })} AS a
WHERE ${isShown}
  AND NOT EXISTS (
    SELECT 1 FROM information_schema.user_privileges p
    WHERE p.grantee = ${grantee} AND p.privilege_type = a.privilege
  )
  AND NOT EXISTS (
    SELECT 1 FROM information_schema.schema_privileges p
    WHERE p.grantee = ${grantee} AND p.privilege_type = a.privilege AND DATABASE() LIKE p.table_schema
  )
  AND NOT EXISTS (
    SELECT 1 FROM information_schema.table_privileges p
    WHERE p.grantee = ${grantee} AND p.privilege_type = a.privilege AND p.table_schema = DATABASE() AND p.table_name = a.\`table\`
  )`,
    params: [
      asked.map(({ privilege, table = null, title, isToCome }) => ({
        privilege,
        table,
        title,
        is_wide: Number(table === null || isToCome === true),
      })),
    ],
  };
}
