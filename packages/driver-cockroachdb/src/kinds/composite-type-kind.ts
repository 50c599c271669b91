import type { ObjectKind } from '@sync/core';
import type { CompositeSpec } from '../read/specs.js';
import { qualified, quoteName, shown } from '../text/names.js';
import { inspectKind } from './inspecting.js';
import { renaming } from './renaming.js';

const kind = 'postgres/composite-type';

/** Composite types. The server changes no attribute of one. */
export const compositeTypeKind: ObjectKind<CompositeSpec> = {
  kind,
  title: 'composite type',
  namespace: ['relation', 'type'],
  inspect: (reading) => inspectKind(reading, kind),
  compare: () => ({ replace: 'the server changes no attribute of a type' }),
  render(change) {
    switch (change.verb) {
      case 'create': {
        const list = change.to.spec.attributes.map(({ name, type }) => `${quoteName(name)} ${type}`);
        const text = `CREATE TYPE ${qualified(change.to)} AS (${list.join(', ')})`;
        return [{ summary: `create composite type ${shown(change.to)}`, sql: [{ text }] }];
      }
      case 'drop':
        return [
          {
            summary: `drop composite type ${shown(change.from)}`,
            sql: [{ text: `DROP TYPE ${qualified(change.from)}` }],
          },
        ];
      case 'rename':
        return renaming(change, 'TYPE', 'composite type');
      case 'alter':
        return { impossible: 'the server changes no attribute of a type' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ columns: spec.attributes.map(({ name, type }) => ({ name, type, facts: [] })) }),
};
