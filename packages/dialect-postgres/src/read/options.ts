/** Options that are on or off, under whatever name people write: the server keeps that as it is written. */
const switches = [
  'autosummarize',
  'autovacuum_enabled',
  'deduplicate_items',
  'fastupdate',
  'security_barrier',
  'security_invoker',
  'user_catalog_table',
  'vacuum_index_cleanup',
  'vacuum_truncate',
];

/** Options that are one of some words, whose letters the server takes large and small. */
const words = ['buffering', 'check_option'];

/** Options that are numbers. */
const numbers =
  '^(autovacuum_.*|fillfactor|gin_pending_list_limit|log_auto.*|n_distinct.*|pages_per_range|parallel_workers|toast_tuple_target|vacuum_max_.*)$';

/** The options of a column that somebody set: newer minor versions note there when it was made (`pg_attver`), which says nothing of the schema and cannot be set. */
export function columnOptions(column: string): string {
  return `(SELECT array_agg(s.option ORDER BY s.place) FROM unnest(${column}) WITH ORDINALITY AS s (option, place) WHERE NOT starts_with(s.option, 'pg_attver='))`;
}

const inList = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

/**
 * The options in a column of a catalogue (`c.reloptions`), each in one form whichever way it was written, as a list of texts: `on`, `1` and `yes` are `true`. NULL where
 * there are none. The names in it must not be those of columns: it reads each option with the server's own readers of values.
 */
export function plainOptions(column: string): string {
  return `CASE WHEN ${column} IS NOT NULL THEN ARRAY(
    SELECT e.option || '=' || CASE
      WHEN e.bare IN (${inList(switches)}) AND lower(e.given) <> 'auto' THEN e.given::boolean::text
      WHEN e.bare IN (${inList([...switches, ...words])}) THEN lower(e.given)
      WHEN e.bare ~ '${numbers}' AND e.given ~ '^[+-]?[0-9]+([.][0-9]+)?$' THEN trim_scale(e.given::numeric)::text
      ELSE e.given
    END
    FROM unnest(${column}) WITH ORDINALITY AS o (text, place), LATERAL (
      SELECT
        substr(o.text, 1, strpos(o.text, '=') - 1) AS option,
        replace(substr(o.text, 1, strpos(o.text, '=') - 1), 'toast.', '') AS bare,
        substr(o.text, strpos(o.text, '=') + 1) AS given
    ) AS e
    ORDER BY o.place
  ) END`;
}
