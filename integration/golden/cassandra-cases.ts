import { join } from 'node:path';
import driver from '@sync/driver-cassandra';
import { goldenCases } from '@sync/testkit';
import { describe } from 'vitest';
import { cassandraAbsence, freshCassandraDatabase } from '../servers/fresh-cassandra-database.js';

const root = join(import.meta.dirname, 'cassandra');

/**
 * Plays the cases of these folders on a Cassandra of a major version (of those that `only` names the cases that it names), to where they began: a column that went does not come back a second time in every case, and nothing at all
 * is no desired state.
 */
export function cassandraCases(
  major: 4 | 5,
  {
    folders,
    only = {},
  }: { readonly folders: readonly string[]; readonly only?: Readonly<Record<string, readonly string[]>> },
): void {
  describe(`cassandra-${major}`, () => {
    const absence = cassandraAbsence(major);
    if (absence !== undefined) {
      describe.skip(`absent: ${absence}`, () => {});
      return;
    }
    const options = {
      driver,
      open: () => freshCassandraDatabase(major),
      flavours: major === 4 ? ['cassandra-4'] : [],
      isBrief: true,
    };
    for (const folder of folders) {
      const chosen = only[folder];
      describe(folder, () => goldenCases(join(root, folder), { ...options, ...(chosen && { only: chosen }) }));
    }
  });
}
