import type { Refusal } from '@sync/core';

/** What a server keeps of itself: accounts, rights, counters. https://dev.mysql.com/doc/refman/9.7/en/system-schema.html */
const own: ReadonlySet<string> = new Set(['mysql', 'sys', 'performance_schema', 'information_schema']);

/** Why no plan is run in a database that the server lives by: a slip in a URL would drop its accounts. */
export function refuseOwnDatabase(name: string): Refusal | undefined {
  if (!own.has(name.toLowerCase())) return undefined;
  return {
    message: `the database ${name} is the server's own, and not for a plan to change`,
    hint: 'Check the name of the database in the URL. What the server keeps there is changed by its own statements: CREATE USER, GRANT, SET PERSIST.',
  };
}
