/** What CQL keeps for itself: https://cassandra.apache.org/doc/latest/cassandra/reference/cql-commands/../cql/appendices.html (appendix A, reserved). */
const reserved = new Set(
  `add aggregate all allow alter and any apply asc authorize batch begin by columnfamily create default delete desc describe drop each_quorum entries execute
   from full grant if in index inet infinity insert into is keyspace keyspaces limit local_one local_quorum materialized mbean mbeans modify nan norecursive
   not null of on one or order password primary quorum rename replace revoke schema select set table three to token truncate two unlogged unset update use
   using vector view where with`.split(/\s+/),
);

/** A name as CQL reads it: in quotes where it would be folded, or taken for a word. */
export function quoteName(name: string): string {
  return /^[a-z][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text as CQL reads it. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
