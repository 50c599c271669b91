/** The modes in which a table is locked, from the weakest; see https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES. */
export const lockModes = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const;

/** A mode in which a table is locked. */
export type LockMode = (typeof lockModes)[number];

const byServerName = new Map(lockModes.map((mode) => [`${mode.replaceAll(' ', '')}LOCK`, mode]));

/** The mode that the server calls `AccessExclusiveLock`. */
export function lockMode(serverName: string): LockMode {
  const mode = byServerName.get(serverName.toUpperCase());
  if (!mode) throw new TypeError(`${serverName} is no mode of a lock on a table`);
  return mode;
}

/** The stronger of two. */
export function strongerMode(one: LockMode, other: LockMode): LockMode {
  return lockModes.indexOf(one) < lockModes.indexOf(other) ? other : one;
}

/** Whether nobody can write while it is held. */
export function stopsWriters(mode: LockMode): boolean {
  return lockModes.indexOf(mode) > lockModes.indexOf('SHARE UPDATE EXCLUSIVE');
}
