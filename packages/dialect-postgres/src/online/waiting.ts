import type { Json } from '@sync/core';

/**
 * What builds or drops an index concurrently waits for every transaction that was there before it, and nobody waits behind it. See
 * https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY.
 */
export const waitsForOthers: Readonly<Record<string, Json>> = { 'postgres/lock_timeout': 0 };
