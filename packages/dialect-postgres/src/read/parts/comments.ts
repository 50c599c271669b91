import { inSchemas, ofDatabase, type Part } from '../part.js';
import { type Arm, firstNumber, unionOf } from '../presence.js';

/** What somebody wrote about an object or a column. */
export interface CommentRow {
  /** `pg_class`. */
  readonly catalogue: string;
  readonly oid: number;
  /** Of a relation, or 0. */
  readonly column: number;
  /** The schema that it lies in, or 0 for what lies in none. */
  readonly namespace: number;
  readonly text: string;
  /** Where it is about what the server made along with something else, what that is. */
  readonly along: string | null;
  /** Where it is about a trigger that its table has from one above: that table, and the trigger of the one above all of them. */
  readonly trigger: readonly [table: number, whole: number] | null;
}

interface Holder {
  readonly catalogue: string;
  readonly namespace: string;
  /** What says with it where it lies, where that is not its own number. */
  readonly oid?: string;
  readonly join?: string;
  /** Whether the server made it along with something else, as SQL. */
  readonly along?: string;
  /** What that is where it is a trigger. */
  readonly trigger?: string;
}

/** Where a partition has a trigger from: from the table above all of them. */
const triggerAbove = `CASE WHEN o.tgparentid <> 0 THEN ARRAY[o.tgrelid, (
    WITH RECURSIVE above AS (
      SELECT o.tgparentid AS oid
      UNION ALL
      SELECT t.tgparentid FROM above a JOIN pg_trigger t ON t.oid = a.oid
    )
    SELECT t.oid FROM above a JOIN pg_trigger t ON t.oid = a.oid WHERE t.tgparentid = 0
  )] END`;

/** The server's catalogues, each with the schema of what is in it. */
const holders: readonly Holder[] = [
  {
    catalogue: 'pg_class',
    namespace: 'o.relnamespace',
    // The part that a partition has of an index, and what an identity counts with.
    along: `o.relispartition AND o.relkind IN ('i', 'I') OR o.relkind = 'S' AND EXISTS (
      SELECT FROM pg_depend i WHERE i.classid = d.classoid AND i.objid = o.oid AND i.deptype = 'i'
    )`,
  },
  {
    catalogue: 'pg_type',
    namespace: 'o.typnamespace',
    // A row type, or a list type.
    along: `EXISTS (SELECT FROM pg_class c WHERE c.oid = o.typrelid AND c.relkind <> 'c')
      OR EXISTS (SELECT FROM pg_type e WHERE e.oid = o.typelem AND e.typarray = o.oid)`,
  },
  { catalogue: 'pg_proc', namespace: 'o.pronamespace' },
  {
    catalogue: 'pg_constraint',
    namespace: 'o.connamespace',
    oid: 'coalesce(nullif(o.conrelid, 0), o.contypid)',
    // What a table has from another one, and what forbids nulls in a column.
    along: "o.conparentid <> 0 OR o.coninhcount > 0 OR o.contype = 'n'",
  },
  { catalogue: 'pg_statistic_ext', namespace: 'o.stxnamespace' },
  { catalogue: 'pg_collation', namespace: 'o.collnamespace' },
  { catalogue: 'pg_ts_config', namespace: 'o.cfgnamespace' },
  { catalogue: 'pg_ts_dict', namespace: 'o.dictnamespace' },
  { catalogue: 'pg_namespace', namespace: 'o.oid' },
  {
    catalogue: 'pg_trigger',
    namespace: 'c.relnamespace',
    oid: 'c.oid',
    join: 'JOIN pg_class c ON c.oid = o.tgrelid',
    along: 'o.tgparentid <> 0 OR o.tgisinternal',
    trigger: triggerAbove,
  },
  { catalogue: 'pg_policy', namespace: 'c.relnamespace', oid: 'c.oid', join: 'JOIN pg_class c ON c.oid = o.polrelid' },
  { catalogue: 'pg_rewrite', namespace: 'c.relnamespace', oid: 'c.oid', join: 'JOIN pg_class c ON c.oid = o.ev_class' },
];

/** What lies in no schema. */
const global: readonly string[] = [
  'pg_cast',
  'pg_event_trigger',
  'pg_publication',
  'pg_foreign_data_wrapper',
  'pg_foreign_server',
];

const arms: readonly Arm[] = [
  ...holders.map(({ catalogue, namespace, oid = 'o.oid', join = '', along = 'false', trigger = 'NULL::oid[]' }) => ({
    // Every database has a schema with a comment that somebody may have changed.
    ...(catalogue !== 'pg_namespace' && { of: [`comment ${catalogue}` as const] }),
    select: `
SELECT
  '${catalogue}' AS catalogue, o.oid, d.objsubid AS column, ${namespace} AS namespace, d.description AS text,
  CASE WHEN ${along} THEN pg_describe_object(d.classoid, d.objoid, d.objsubid) END AS along, ${trigger} AS trigger
FROM pg_description d
JOIN ${catalogue} o ON o.oid = d.objoid ${join}
WHERE d.classoid = '${catalogue}'::regclass AND ${inSchemas(namespace, oid)}`,
  })),
  ...global.map((catalogue) => ({
    of: [`comment ${catalogue}` as const],
    select: `
SELECT '${catalogue}', d.objoid, d.objsubid, 0, d.description, NULL, NULL::oid[]
FROM pg_description d
WHERE d.classoid = '${catalogue}'::regclass AND d.objoid >= ${firstNumber}`,
  })),
  // One that its files bring along is the extension's.
  {
    of: ['comment pg_extension'],
    select: `
SELECT 'pg_extension', e.oid, 0, 0, d.description, pg_describe_object(d.classoid, d.objoid, 0), NULL::oid[]
FROM pg_description d
JOIN pg_extension e ON e.oid = d.objoid
WHERE d.classoid = 'pg_extension'::regclass AND e.oid >= ${firstNumber}
  AND d.description IS DISTINCT FROM (SELECT x.comment FROM pg_available_extensions x WHERE x.name = e.extname)`,
  },
];

/** Comments, but for those that extensions bring for themselves. */
export const comments: Part<CommentRow> = {
  name: 'comments',
  query: (_features, _asked, present) =>
    `SELECT *\nFROM (\n${unionOf(arms, present)}\n) AS found\nWHERE ${ofDatabase}\nORDER BY 1, 2, 3`,
};
