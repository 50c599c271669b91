import { join } from 'node:path';
import driver from '@sync/driver-cassandra';
import { goldenCases } from '@sync/testkit';
import { describe } from 'vitest';
import { cassandraAbsence, freshCassandraDatabase } from '../servers/fresh-cassandra-database.js';

const root = join(import.meta.dirname, 'cassandra');

/** Plays the cases of these folders on a Cassandra of a major version. */
export function cassandraCases(
  major: 4 | 5,
  { folders, isBrief = false }: { readonly folders: readonly string[]; readonly isBrief?: boolean },
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
      isBrief,
    };
    for (const folder of folders) describe(folder, () => goldenCases(join(root, folder), options));
  });
}
