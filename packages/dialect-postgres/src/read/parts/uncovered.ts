import { notOfExtension, type Part } from '../part.js';

/** Something that is there and has no kind yet. */
export interface UncoveredRow {
  readonly namespace: number;
  readonly kind: string;
  readonly name: string;
}

const selects: readonly string[] = [
  `
SELECT c.relnamespace AS namespace, 'foreign table' AS kind, c.relname::text AS name
FROM pg_class c
WHERE c.relnamespace = ANY ($1::oid[]) AND c.relkind = 'f' AND ${notOfExtension('pg_class', 'c.oid')}`,
];

/** What is there and has no kind yet: seen and said, so that nobody takes silence for absence. */
export const uncovered: Part<UncoveredRow> = {
  name: 'uncovered',
  query: () => `${selects.map((select) => select.trim()).join('\nUNION ALL\n')}\nORDER BY 1, 2, 3`,
};
