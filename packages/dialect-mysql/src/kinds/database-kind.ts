import { address, type Found, type ObjectKind, type Reading, schemaObject } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { changed } from './changed.js';

/** What tables are made with that say nothing of it. */
export interface DatabaseSpec {
  readonly charset: string;
  readonly collation: string;
}

/** The defaults of the database itself, which is there on both sides. */
export function databaseKind(flavour: Flavour): ObjectKind<DatabaseSpec> {
  return {
    kind: 'mysql/database',
    title: 'database',
    optIn: { part: 'database', reason: 'the defaults of the database are compared with --with database' },
    inspect: (reading) => inspectDatabase(reading, flavour),
    compare: (from, to) =>
      (['charset', 'collation'] as const).flatMap((name) => changed(name, from.spec[name], to.spec[name])),
    render(change) {
      switch (change.verb) {
        case 'create':
        case 'alter':
          return [
            {
              summary: 'change what tables are made with that name no character set',
              sql: [
                { text: `ALTER DATABASE CHARACTER SET ${change.to.spec.charset} COLLATE ${change.to.spec.collation}` },
              ],
            },
          ];
        case 'drop':
          // It is never without any.
          return [];
        case 'rename':
          return { impossible: 'a database cannot be renamed' };
        default:
          return change satisfies never;
      }
    },
    describe: ({ spec }) => ({ head: `${spec.charset} ${spec.collation}` }),
  };
}

async function* inspectDatabase(reading: Reading, flavour: Flavour): AsyncGenerator<Found<DatabaseSpec>> {
  const [scope] = reading.scopes;
  if (!scope || !reading.with.has('database')) return;
  const { charset, collation } = (await readCatalogue(reading, flavour)).database;
  const at = address('mysql/database', 'defaults');
  yield {
    scope,
    object: schemaObject<DatabaseSpec>({
      kind: 'mysql/database',
      address: at,
      name: 'defaults',
      spec: { charset, collation },
    }),
  };
}
