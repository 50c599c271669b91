/** Facts that kinds ask for by name, with the version that brought each: from release notes and memory, and not tried on a server (docs/decisions/0035-cockroachdb-without-a-server.md). */
const since: Readonly<Record<string, readonly [number, number]>> = {
  /** SHOW CREATE ALL TRIGGERS. */
  'trigger-catalogue': [25, 3],
  /** DDL in an explicit transaction commits that silently, unless it is told not to. */
  'autocommit-before-ddl': [24, 2],
  /** crdb_internal is for whoever says so. */
  'guarded-internals': [25, 4],
};

/** What a version can do. */
export function cockroachFeatures([major = 0, minor = 0]: readonly number[]): ReadonlySet<string> {
  return new Set(
    Object.entries(since).flatMap(([feature, [year, release]]) =>
      major > year || (major === year && minor >= release) ? [feature] : [],
    ),
  );
}

/** The version in what the server says of itself (`CockroachDB CCL v25.2.1 (…)`); undefined where it is another server. */
export function parseVersion(text: string): readonly number[] | undefined {
  const found = /^CockroachDB .*?v(\d+)\.(\d+)\.(\d+)/.exec(text);
  return found ? found.slice(1).map(Number) : undefined;
}
