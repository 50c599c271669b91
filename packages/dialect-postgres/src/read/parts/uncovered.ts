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
SELECT c.relnamespace, 'foreign table', c.relname::text
FROM pg_class c
WHERE c.relnamespace = ANY ($1::oid[]) AND c.relkind = 'f' AND ${notOfExtension('pg_class', 'c.oid')}`,
];

/** What is there and has no kind yet: seen and said, so that nobody takes silence for absence. */
export const uncovered: Part<UncoveredRow> = {
  name: 'uncovered',
  query: () => `${selects.map((select) => select.trim()).join('\nUNION ALL\n')}\nORDER BY 1, 2, 3`,
};
