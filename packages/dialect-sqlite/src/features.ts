const since: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  'rename-column': [3, 25],
  'generated-columns': [3, 31],
  'drop-column': [3, 35],
  'table-list': [3, 37],
  strict: [3, 37],
  'alter-constraints': [3, 53],
};

/** What a version of SQLite can do, as kinds ask for it by name. */
export function sqliteFeatures(version: readonly number[]): ReadonlySet<string> {
  const [major = 0, minor = 0] = version;
  return new Set(Object.keys(since).filter((feature) => isReached(since[feature] ?? [0, 0], major, minor)));
}

function isReached([needsMajor, needsMinor]: readonly [number, number], major: number, minor: number): boolean {
  return major > needsMajor || (major === needsMajor && minor >= needsMinor);
}

/** `3.53.2` as numbers, most significant first. */
export function parseVersion(text: string): readonly number[] {
  return text.split('.').map(Number);
}
