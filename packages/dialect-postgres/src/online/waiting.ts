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
