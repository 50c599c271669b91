const since: Readonly<Record<string, number>> = {
  'trigger-replacement': 14,
  'multirange-types': 14,
  'pending-detachment': 14,
  'sql-bodies': 14,
  'column-compression': 14,
  'nulls-not-distinct': 15,
  'collation-icu-locale': 15,
  'collation-rules': 16,
  'input-check': 16,
  'collation-locale': 17,
  'security-invoker': 15,
  'access-method-change': 15,
  'partition-trigger-rename': 15,
  'unlogged-sequences': 15,
  'published-parts': 15,
  'closed-public-schema': 15,
  'parameter-privileges': 15,
  'expression-change': 17,
  'partition-identity': 17,
  'published-generated': 18,
  'virtual-columns': 18,
  'integers-as-bytes': 18,
  'virtual-expression-change': 18,
  'enforcement-change': 18,
  'not-null-constraints': 18,
  'unvalidated-partitioned-keys': 18,
};

/** What a version of PostgreSQL can do, as kinds ask for it by name. */
export function postgresFeatures([major = 0]: readonly number[]): ReadonlySet<string> {
  return new Set(Object.keys(since).filter((feature) => major >= (since[feature] ?? 0)));
}

/** `server_version_num` as numbers: 180004 is 18.4. */
export function parseVersion(number: number): readonly number[] {
  return [Math.floor(number / 10_000), number % 10_000];
}

/** What a state that another server read is to a target: each major version prints some things its own way, and an older one lacks what came later. */
export function likeness(target: Versioned, other: Versioned): 'alike' | 'unlike' | 'lacking' {
  if (target.version[0] === other.version[0]) return 'alike';
  const known = postgresFeatures(other.version);
  return [...postgresFeatures(target.version)].every((feature) => known.has(feature)) ? 'unlike' : 'lacking';
}

interface Versioned {
  readonly version: readonly number[];
}
