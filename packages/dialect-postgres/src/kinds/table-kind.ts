import type { ObjectKind } from '@sync/core';
import { breaksClients, dropsTable } from '../hazards.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { alterTable } from './table/alter.js';
import { type TableDelta, tableDeltas } from './table/deltas.js';
import { describeTable } from './table/describe.js';
import { followInTable } from './table/follow.js';
import { inspectTables } from './table/inspect.js';
import { printTable } from './table/print.js';
import { columnsInOrder, type TableSpec } from './table/spec.js';

/** Tables with their columns; always altered in place. */
export const tableKind: ObjectKind<TableSpec, TableDelta> = {
  kind: 'table',
  namespace: 'relation',
  inspect: inspectTables,
  compare: (from, to, { renamed }) => tableDeltas(from, to, renamed),
  follow: followInTable,
  // Its rows stay, whatever is replaced under it: who replaces that takes it out of the columns first.
  survives: () => true,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create table ${shown(change.to)}`, sql: printTable(change.to) }];
      case 'drop':
        return [
          {
            summary: `drop table ${shown(change.from)}`,
            sql: [{ text: `DROP TABLE ${qualified(change.from)}` }],
            hazards: [dropsTable(shown(change.from))],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename table ${shown(change.from)} to ${shown(change.to)}`,
            sql: [{ text: `ALTER TABLE ${qualified(change.from)} RENAME TO ${quoteName(change.to.name)}` }],
            hazards: [breaksClients('table', change.from.name, change.to.name)],
          },
        ];
      case 'alter':
        return alterTable(change.to, change.deltas, context);
      default:
        return change satisfies never;
    }
  },
  describe: describeTable,
  relation: (table) => ({
    name: table.name,
    type: 'table',
    columns: columnsInOrder(table).map((column) => ({
      name: column.name,
      type: column.type,
      nullable: !column.notNull,
      ...(column.default !== undefined && { default: column.default }),
      ...(column.generated && { generated: column.generated.as }),
    })),
    foreignKeys: [],
    indexes: [],
  }),
};
