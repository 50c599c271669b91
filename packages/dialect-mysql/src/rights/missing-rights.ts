import type { Change, Statement } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { escapedDatabase } from '../grants/one-database.js';
import { type AskedRight, askedRights, type KeptDefiner, keptDefiners } from './asked-rights.js';
import { missingAccounts } from './missing-accounts.js';

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

/** A name of an account as the server writes grantees: whatever stands behind the last @ is the host. */
const grantee = `CONCAT("'", LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - LOCATE('@', REVERSE(CURRENT_USER()))), "'@'", SUBSTRING_INDEX(CURRENT_USER(), '@', -1), "'")`;

/** A pattern by which the account has rights already is the one that more are added to: the server looks at one alone. */
const place = `COALESCE(
    (SELECT MIN(p.table_schema) FROM information_schema.schema_privileges p WHERE p.grantee = ${grantee} AND DATABASE() LIKE p.table_schema),
    ${escapedDatabase}
  )`;

/** Whether the server shows what the account may do. The table of enabled roles cannot be read where utf8mb4 has another default collation. */
const isShown = `EXISTS (SELECT 1 FROM information_schema.user_privileges p WHERE p.grantee = ${grantee})
  AND COALESCE(CURRENT_ROLE(), 'NONE') = 'NONE'`;

/** Who writes anew what runs with the rights of somebody else has to be allowed to say so. */
function lacksForDefiners(kept: readonly KeptDefiner[], right: string): Statement {
  const rows = kept.map((_, i) => (i === 0 ? "SELECT ? AS 'title', ? AS 'definer'" : 'SELECT ?, ?'));
  return {
    text: `SELECT
  CONCAT(d.title, ' runs with the rights of ', d.definer, ', and is to: the account lacks ${right}'),
  CONCAT('GRANT ${right} ON *.* TO ', ${grantee})
FROM (
  ${rows.join('\n  UNION ALL ')}
) AS d
WHERE ${isShown}
  AND CONVERT(d.definer USING utf8mb4) <> CONVERT(CURRENT_USER() USING utf8mb4)
  AND NOT EXISTS (
    SELECT 1 FROM information_schema.user_privileges p
    WHERE p.grantee = ${grantee} AND p.privilege_type IN ('SUPER', '${right}')
  )`,
    params: kept.flatMap(({ title, definer }) => [title, definer]),
  };
}

/** The same for these privileges alone. */
export function lacksAmong(asked: readonly AskedRight[]): Statement {
  const rows = asked.map((_, i) =>
    i === 0 ? "SELECT ? AS 'privilege', ? AS 'table', ? AS 'title', ? AS 'is_wide'" : 'SELECT ?, ?, ?, ?',
  );
  return {
    text: `SELECT
  CONCAT(a.title, ': the account lacks ', a.privilege) AS 'lack',
  CONCAT(
    'GRANT ', a.privilege, ' ON \`', REPLACE(CASE WHEN a.is_wide THEN ${place} ELSE DATABASE() END, '\`', '\`\`'),
    CASE WHEN a.is_wide THEN '\`.*' ELSE CONCAT('\`.\`', REPLACE(a.\`table\`, '\`', '\`\`'), '\`') END, ' TO ', ${grantee}
  ) AS 'remedy'
FROM (
  ${rows.join('\n  UNION ALL ')}
) AS a
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
    params: asked.flatMap(({ privilege, table = null, title, isToCome }) => [
      privilege,
      table,
      title,
      table === null || isToCome === true,
    ]),
  };
}

/** What it lacks to make the journal. */
export const missingForJournal: Statement = lacksAmong(
  ['CREATE', 'SELECT', 'INSERT', 'UPDATE'].map((privilege) => ({ privilege, title: 'the journal of schema-sync' })),
);
