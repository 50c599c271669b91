import { bridgePrefix } from '@sync/core';
import { inSchemas, notOfExtension, type Part } from '../part.js';

/** What keeps columns of a table in step: the function that says which, and whether all of it is there. */
export interface BridgeRow {
  readonly relation: number;
  readonly namespace: number;
  readonly name: string;
  /** The body of the first function. */
  readonly source: string;
  readonly whole: boolean;
}

/** The triggers that schema-sync keeps on tables whose columns are in step, by the first of each two. */
export const bridges: Part<BridgeRow> = {
  name: 'bridges',
  of: ['pg_trigger own'],
  query: () =>
    `
SELECT
  t.tgrelid AS relation, c.relnamespace AS namespace, left(t.tgname::text, -2) AS name, p.prosrc AS source,
  EXISTS (SELECT FROM pg_trigger s WHERE s.tgrelid = t.tgrelid AND s.tgname = left(t.tgname::text, -2) || '_2') AS whole
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_proc p ON p.oid = t.tgfoid
WHERE ${inSchemas('c.relnamespace', 'c.oid')}
  AND NOT t.tgisinternal
  AND t.tgparentid = 0
  AND t.tgname::text ~ '^${bridgePrefix}[0-9a-f]+_1$'
  AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY t.oid`.trim(),
};
