import { is } from 'drizzle-orm';
import { type PgPolicy, PgRole, type PgTable } from 'drizzle-orm/pg-core';
import type { Language } from '../sql/language.js';
import { tableName } from './names.js';

/** What stands for somebody and is no name. */
const spoken = new Set(['public', 'current_user', 'current_role', 'session_user']);

export function policyText(policy: PgPolicy, table: PgTable, language: Language): string {
  const roles = [policy.to ?? 'public'].flat().map((role) => (is(role, PgRole) ? role.name : String(role)));
  return `${[
    `CREATE POLICY ${language.quote(policy.name)} ON ${tableName(table, language)}`,
    ...(policy.as ? [`AS ${policy.as.toUpperCase()}`] : []),
    ...(policy.for ? [`FOR ${policy.for.toUpperCase()}`] : []),
    `TO ${roles.map((role) => (spoken.has(role) ? role : language.quote(role))).join(', ')}`,
    ...(policy.using ? [`USING (${language.fragment(policy.using)})`] : []),
    ...(policy.withCheck ? [`WITH CHECK (${language.fragment(policy.withCheck)})`] : []),
  ].join(' ')};`;
}
