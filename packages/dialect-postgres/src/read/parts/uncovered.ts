import { notOfExtension, type Part } from '../part.js';

/** Something that is there and has no kind yet. */
export interface UncoveredRow {
  readonly namespace: number;
  readonly kind: string;
  readonly name: string;
}

const selects: readonly string[] = [
  `
SELECT p.pronamespace AS namespace, 'aggregate' AS kind, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name
FROM pg_proc p
WHERE p.pronamespace = ANY ($1::oid[]) AND p.prokind = 'a' AND ${notOfExtension('pg_proc', 'p.oid')}`,
  `
SELECT t.typnamespace,
  CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'composite type' END,
  t.typname::text
FROM pg_type t
LEFT JOIN pg_class c ON c.oid = t.typrelid
WHERE t.typnamespace = ANY ($1::oid[])
  AND (t.typtype IN ('d', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
  AND ${notOfExtension('pg_type', 't.oid')}`,
  `
SELECT c.relnamespace, CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'foreign table' END, c.relname::text
FROM pg_class c
WHERE c.relnamespace = ANY ($1::oid[]) AND c.relkind IN ('m', 'f') AND ${notOfExtension('pg_class', 'c.oid')}`,
  `
SELECT c.relnamespace, 'policy', c.relname || '.' || p.polname
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
WHERE c.relnamespace = ANY ($1::oid[])`,
  `
SELECT c.relnamespace, 'rule', c.relname || '.' || r.rulename
FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class
WHERE c.relnamespace = ANY ($1::oid[]) AND r.rulename <> '_RETURN'`,
  `
SELECT s.stxnamespace, 'extended statistics', s.stxname::text
FROM pg_statistic_ext s
WHERE s.stxnamespace = ANY ($1::oid[])`,
];

/** What is there and has no kind yet: seen and said, so that nobody takes silence for absence. */
export const uncovered: Part<UncoveredRow> = {
  name: 'uncovered',
  query: () => `${selects.map((select) => select.trim()).join('\nUNION ALL\n')}\nORDER BY 1, 2, 3`,
};
