import type { ObjectKind } from '@sync/core';
import { breaksClients } from '@sync/dialect-postgres';
import { quoteName } from '../text/names.js';
import { unlocked } from './hazards.js';
import { inspectKind } from './inspecting.js';

/** Schemas other than `public`. What no kind covers is told with them. */
export const schemaKind: ObjectKind<Readonly<Record<string, never>>> = {
  kind: 'schema',
  isPlace: true,
  inspect: (reading) => inspectKind(reading, 'schema'),
  compare: () => ({ replace: 'two schemas differ in nothing but their names' }),
  render(change) {
    switch (change.verb) {
      case 'create':
        return [
          { summary: `create schema ${change.to.name}`, sql: [{ text: `CREATE SCHEMA ${quoteName(change.to.name)}` }] },
        ];
      case 'drop':
        return [
          {
            summary: `drop schema ${change.from.name}`,
            // Without CASCADE: what is left in it is somebody else's.
            sql: [{ text: `DROP SCHEMA ${quoteName(change.from.name)}` }],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename schema ${change.from.name} to ${change.to.name}`,
            sql: [{ text: `ALTER SCHEMA ${quoteName(change.from.name)} RENAME TO ${quoteName(change.to.name)}` }],
            hazards: [unlocked(breaksClients('schema', change.from.name, change.to.name))],
          },
        ];
      case 'alter':
        return { impossible: 'a schema has nothing to alter' };
      default:
        return change satisfies never;
    }
  },
};
