import { inSchemas, type Part } from '../part.js';

/** What a sequence counts, and whose it is. */
export interface SequenceRow {
  readonly oid: number;
  readonly type: string;
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly cache: string;
  readonly cycle: boolean;
  /** The table that it goes with, or 0. */
  readonly owner: number;
  readonly column: number;
  /** Whether it is the inside of an identity column. */
  readonly internal: boolean;
}

/** Sequences, those inside of identity columns included. */
export const sequences: Part<SequenceRow> = {
  name: 'sequences',
  of: ['pg_class S'],
  query: () =>
    `
SELECT
  s.seqrelid AS oid, format_type(s.seqtypid, NULL) AS type,
  s.seqstart::text AS start, s.seqincrement::text AS increment, s.seqmin::text AS minimum, s.seqmax::text AS maximum,
  s.seqcache::text AS cache, s.seqcycle AS cycle,
  coalesce(d.refobjid, 0) AS owner, coalesce(d.refobjsubid, 0) AS column, coalesce(d.deptype = 'i', false) AS internal
FROM pg_sequence s
JOIN pg_class c ON c.oid = s.seqrelid
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid
  AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
WHERE ${inSchemas('c.relnamespace', 'c.oid')}
ORDER BY s.seqrelid`.trim(),
};
