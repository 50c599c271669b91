import { ofDatabase, type Part } from '../part.js';
import { type Catalogue, firstNumber } from '../presence.js';

/** Something that no kind covers and that stands on a type or a routine, which cannot go while it is there. */
export interface HolderRow {
  readonly catalogue: string;
  readonly oid: number;
  /** `operator ===(mood, mood)`. */
  readonly what: string;
}

const catalogues: readonly Catalogue[] = [
  'pg_am',
  'pg_amop',
  'pg_amproc',
  'pg_conversion',
  'pg_foreign_data_wrapper',
  'pg_language',
  'pg_opclass',
  'pg_operator',
  'pg_transform',
  'pg_ts_parser',
  'pg_ts_template',
];

/** What stands, and is left alone, on types and routines; what a type brings along goes with it. */
export const holders: Part<HolderRow> = {
  name: 'holders',
  of: catalogues,
  query: () =>
    `
SELECT DISTINCT d.refclassid::regclass::text AS catalogue, d.refobjid AS oid, pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_depend d
WHERE ${ofDatabase} AND d.classid IN (${catalogues.map((catalogue) => `'${catalogue}'::regclass`).join(', ')})
  AND d.refclassid IN ('pg_type'::regclass, 'pg_proc'::regclass) AND d.refobjid::bigint >= ${firstNumber} AND d.deptype = 'n'
  AND NOT EXISTS (
    SELECT FROM pg_depend e
    WHERE e.classid = d.classid AND e.objid = d.objid AND e.deptype = 'e'
  )
ORDER BY 1, 2, 3`.trim(),
};
