import type { Json, StepDraft } from '@sync/core';

const timeout = 'postgres/lock_timeout';

/**
 * What builds or drops an index concurrently waits for every transaction that was there before it, and nobody waits behind it. See
 * https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY.
 */
export const waitsForOthers: Readonly<Record<string, Json>> = { [timeout]: 0 };

/** Whether a step lets everybody go on while it builds or drops an index. */
export function isConcurrent({ settings }: Pick<StepDraft, 'settings'>): boolean {
  return settings?.[timeout] === 0;
}

const quiet = Symbol('locks no table so that others wait');

/** A step that takes no lock that readers or writers of a table wait for, whatever else its change does. */
export function quietly(draft: StepDraft): StepDraft {
  return Object.assign({}, draft, { [quiet]: true });
}

/** Whether nobody who reads or writes a table waits for a lock of this step; what fills locks only the rows that it writes. */
export function isQuiet(draft: StepDraft): boolean {
  return quiet in draft || isConcurrent(draft) || draft.sql.every(({ repeat }) => repeat);
}
