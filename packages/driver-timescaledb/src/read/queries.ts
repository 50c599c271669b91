/** A hypertable, of somebody or of a continuous aggregate. */
export interface HypertableRow {
  readonly id: number;
  readonly relation: number;
  readonly chunksIn: string;
  readonly prefix: string;
  /** Whether the columnstore is on for it, and by what. */
  readonly columnstore: boolean;
  readonly segmentBy: readonly string[] | null;
  readonly orderBy: readonly string[] | null;
  readonly descending: readonly boolean[] | null;
  readonly nullsFirst: readonly boolean[] | null;
}

export interface DimensionRow {
  readonly hypertable: number;
  readonly column: string;
  readonly isInteger: boolean;
  readonly slices: number | null;
  /** In microseconds, or in what the column counts. */
  readonly interval: string | null;
  readonly compressedInterval: string | null;
  /** A function somebody wrote, as SQL and by its number. */
  readonly partitioning: string | null;
  readonly partitioningOid: number | null;
  readonly now: string | null;
  readonly nowOid: number | null;
}

export interface AggregateRow {
  readonly view: number;
  readonly hypertable: number;
  readonly over: number;
  readonly materializedOnly: boolean;
  /** Whether it bears the mark that a document said so. */
  readonly withNoData: boolean;
  /** The query as it was written, and not what the view asks. */
  readonly select: string;
  readonly uses: readonly { readonly catalogue: string; readonly oid: number; readonly column: string | null }[];
}

export interface JobRow {
  readonly id: number;
  readonly procedure: number | null;
  /** As SQL. */
  readonly called: string;
  readonly procSchema: string;
  readonly procName: string;
  /** The hypertable or the view of the aggregate that it is a policy of. */
  readonly relation: number | null;
  /** The index of that which it sorts by. */
  readonly index: number | null;
  readonly schedule: string;
  readonly maxRuntime: string;
  readonly maxRetries: number;
  readonly retryPeriod: string;
  readonly scheduled: boolean;
  readonly fixed: boolean;
  /** JSON, as the server prints it. */
  readonly config: string | null;
  readonly check: string | null;
  readonly checkOid: number | null;
}

/** An index over what an aggregate has worked out, but for those that the extension makes with it. */
export interface AggregateIndexRow {
  readonly view: number;
  readonly name: string;
  /** Whether somebody named it: the server calls others after its own number of the aggregate. */
  readonly named: boolean;
  /** From USING on. */
  readonly definition: string;
  readonly uses: readonly { readonly catalogue: string; readonly oid: number }[];
}

/** Something of a user's schema that the extension made by itself. */
export interface AsideRow {
  readonly what: 'chunk' | 'trigger';
  readonly oid: number;
}

/** The schema of its functions; no row where a database does not have it. */
export const presentQuery = `
SELECT n.nspname::text AS schema
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname = 'timescaledb'`.trim();

/** What is remarked, in scratch, on what holds an aggregate that a document says `withNoData` of: the catalogue itself tells nothing of that. */
export const noDataMark = 'schema-sync: with no data';

const relationOf = (schema: string, name: string) => `(
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = ${schema} AND c.relname = ${name} AND c.relkind IN ('r', 'v', 'p')
  )`;

const routineOf = (schema: string, name: string) => `(
    SELECT min(p.oid::bigint) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = ${schema} AND p.proname = ${name}
  )`;

export const hypertablesQuery = `
SELECT
  h.id, c.oid AS relation, h.associated_schema_name::text AS "chunksIn", h.associated_table_prefix::text AS prefix,
  h.compression_state = 1 AS columnstore, s.segmentby::text[] AS "segmentBy", s.orderby::text[] AS "orderBy",
  s.orderby_desc AS descending, s.orderby_nullsfirst AS "nullsFirst"
FROM _timescaledb_catalog.hypertable h
JOIN pg_namespace n ON n.nspname = h.schema_name
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = h.table_name
LEFT JOIN _timescaledb_catalog.compression_settings s ON s.relid = c.oid
-- 2 is what holds the rows of another one in columns.
WHERE h.compression_state <> 2
ORDER BY h.id`.trim();

export const dimensionsQuery = `
SELECT
  d.hypertable_id AS hypertable, d.column_name::text AS column,
  CASE
    WHEN d.partitioning_func IS NULL THEN d.column_type
    ELSE (SELECT p.prorettype FROM pg_proc p WHERE p.oid = ${routineOf('d.partitioning_func_schema', 'd.partitioning_func')})
  END IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype) AS "isInteger",
  d.num_slices AS slices, d.interval_length::text AS interval, d.compress_interval_length::text AS "compressedInterval",
  CASE WHEN own.written THEN format('%I.%I', d.partitioning_func_schema, d.partitioning_func) END AS partitioning,
  CASE WHEN own.written THEN ${routineOf('d.partitioning_func_schema', 'd.partitioning_func')} END AS "partitioningOid",
  CASE WHEN d.integer_now_func IS NOT NULL THEN format('%I.%I', d.integer_now_func_schema, d.integer_now_func) END AS now,
  ${routineOf('d.integer_now_func_schema', 'd.integer_now_func')} AS "nowOid"
FROM _timescaledb_catalog.dimension d
CROSS JOIN LATERAL (
  SELECT d.partitioning_func IS NOT NULL AND d.partitioning_func_schema !~ '^_timescaledb_' AS written
) own
ORDER BY d.hypertable_id, d.id`.trim();

export const aggregatesQuery = `
SELECT
  ${relationOf('a.user_view_schema', 'a.user_view_name')} AS view, a.mat_hypertable_id AS hypertable, a.raw_hypertable_id AS over,
  a.materialized_only AS "materializedOnly", pg_get_viewdef(d.oid) AS select,
  coalesce((
    SELECT obj_description(format('%I.%I', h.schema_name, h.table_name)::regclass, 'pg_class') = '${noDataMark}'
    FROM _timescaledb_catalog.hypertable h WHERE h.id = a.mat_hypertable_id
  ), false) AS "withNoData",
  (
    SELECT coalesce(json_agg(json_build_object('catalogue', x.catalogue, 'oid', x.oid, 'column', x.column)), '[]')
    FROM (
      SELECT DISTINCT r.refclassid::regclass::text AS catalogue, r.refobjid::bigint AS oid, t.attname::text AS column
      FROM pg_rewrite w
      JOIN pg_depend r ON r.classid = 'pg_rewrite'::regclass AND r.objid = w.oid AND r.refobjid <> d.oid
      LEFT JOIN pg_attribute t
        ON r.refclassid = 'pg_class'::regclass AND t.attrelid = r.refobjid AND t.attnum = r.refobjsubid AND t.attnum > 0
      WHERE w.ev_class = d.oid
    ) x
  )::text AS uses
FROM _timescaledb_catalog.continuous_agg a
CROSS JOIN LATERAL (SELECT ${relationOf('a.direct_view_schema', 'a.direct_view_name')} AS oid) d
ORDER BY a.mat_hypertable_id`.trim();

/** Jobs that the extension brings along have numbers below 1000. */
export const jobsQuery = `
SELECT
  j.job_id AS id, ${routineOf('j.proc_schema', 'j.proc_name')} AS procedure, format('%I.%I', j.proc_schema, j.proc_name) AS called,
  j.proc_schema::text AS "procSchema", j.proc_name::text AS "procName",
  ${relationOf('j.hypertable_schema', 'j.hypertable_name')} AS relation,
  (
    SELECT i.oid FROM pg_class i JOIN pg_namespace n ON n.oid = i.relnamespace
    WHERE n.nspname = j.hypertable_schema AND i.relname = j.config ->> 'index_name' AND i.relkind = 'i'
  ) AS index,
  j.schedule_interval::text AS schedule, j.max_runtime::text AS "maxRuntime", j.max_retries AS "maxRetries",
  j.retry_period::text AS "retryPeriod", j.scheduled, j.fixed_schedule AS fixed, j.config::text AS config,
  CASE WHEN j.check_name IS NOT NULL THEN format('%I.%I', j.check_schema, j.check_name) END AS check,
  ${routineOf('j.check_schema', 'j.check_name')} AS "checkOid"
FROM timescaledb_information.jobs j
WHERE j.job_id >= 1000
ORDER BY j.job_id`.trim();

/** Those that the extension makes are over the time, and over the time behind a column that rows are grouped by. */
export const aggregateIndexesQuery = `
SELECT
  v.oid AS view, b.relname::text AS name, NOT starts_with(b.relname::text, h.table_name::text) AS named,
  -- A name may hold anything, so the head is measured and not looked for.
  substr(pg_get_indexdef(b.oid), length(format('CREATE INDEX %I ON %I.%I ', b.relname, n.nspname, c.relname)) + 1) AS definition,
  (
    SELECT coalesce(json_agg(json_build_object('catalogue', r.refclassid::regclass::text, 'oid', r.refobjid::bigint)), '[]')
    FROM pg_depend r
    WHERE r.classid = 'pg_class'::regclass AND r.objid = b.oid AND r.refobjid <> c.oid
  )::text AS uses
FROM _timescaledb_catalog.continuous_agg a
JOIN _timescaledb_catalog.hypertable h ON h.id = a.mat_hypertable_id
JOIN pg_namespace n ON n.nspname = h.schema_name
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = h.table_name
JOIN pg_index x ON x.indrelid = c.oid AND x.indisvalid
JOIN pg_class b ON b.oid = x.indexrelid
JOIN pg_am m ON m.oid = b.relam
CROSS JOIN LATERAL (SELECT ${relationOf('a.user_view_schema', 'a.user_view_name')} AS oid) v
WHERE NOT (
  starts_with(b.relname::text, h.table_name::text) AND m.amname = 'btree' AND x.indpred IS NULL AND x.indexprs IS NULL
  AND x.indnatts <= 2 AND x.indnkeyatts = x.indnatts AND x.indoption[x.indnatts - 1] = 3
  AND EXISTS (
    SELECT FROM _timescaledb_catalog.dimension d JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = d.column_name
    WHERE d.hypertable_id = h.id AND d.num_slices IS NULL AND t.attnum = x.indkey[x.indnatts - 1]
  )
)
ORDER BY a.mat_hypertable_id, b.relname::text COLLATE "C"`.trim();

/** Chunks that somebody had put into a schema of his own, and triggers that call the extension. */
export const asideQuery = `
SELECT 'chunk' AS what, i.inhrelid AS oid
FROM _timescaledb_catalog.hypertable h
JOIN pg_namespace n ON n.nspname = h.schema_name
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = h.table_name
JOIN pg_inherits i ON i.inhparent = c.oid
WHERE h.associated_schema_name !~ '^_timescaledb_'
UNION ALL
SELECT 'trigger', t.oid
FROM pg_trigger t
JOIN pg_proc p ON p.oid = t.tgfoid
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname ~ '^_timescaledb_' AND NOT t.tgisinternal
ORDER BY 1, 2`.trim();
