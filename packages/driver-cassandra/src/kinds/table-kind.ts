import type { Change, Description, Impossible, ObjectKind, Relation, SchemaObject, StepDraft } from '@sync/core';
import { breaksClients, dropsColumn, dropsTable, expiresRows } from '../hazards.js';
import { quoteName } from '../names.js';
import { inOrder, keyColumns } from '../read/columns.js';
import { deltasOf, type TableDifference, tableDifference } from '../table/deltas.js';
import { dualWrite, goneForGood, impossibleOf } from '../table/impossible.js';
import { inspectTables } from '../table/inspect.js';
import { orderOf, printColumn, printKey, printTable } from '../table/print.js';
import { saidOf, writeProperty } from '../table/properties.js';
import type { TableSpec } from '../table/spec.js';

type Alter = Extract<Change<TableSpec>, { verb: 'alter' }>;

/** Tables: columns come and go, columns of the key are renamed, properties change; everything else of a table stays as it was made. */
export const tableKind: ObjectKind<TableSpec> = {
  kind: 'table',
  namespace: 'relation',
  inspect: inspectTables,
  compare(from, to, { renamed }) {
    const deltas = deltasOf(tableDifference(from, to, renamed), from);
    // Only one side is of a server that knows the property.
    return deltas.length > 0 ? deltas : [{ type: 'change-properties', path: ['properties'] }];
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create table ${change.to.name}`, sql: [{ text: printTable(change.to, context.server) }] }];
      case 'drop':
        return [
          {
            summary: `drop table ${change.from.name}`,
            sql: [{ text: `DROP TABLE ${quoteName(change.from.name)}` }],
            hazards: [dropsTable(change.from.name)],
          },
        ];
      case 'rename':
        return {
          impossible: `Cassandra cannot rename a table: ${change.from.name} to ${change.to.name}`,
          hint: dualWrite(change.from.name, change.to.name),
        };
      case 'alter':
        return alterTable(change, context.isWayBack === true);
      default:
        return change satisfies never;
    }
  },
  describe: describeTable,
  relation: ({ name, spec }) => relationOf(name, spec),
};

/** New names lead to old ones, as the deltas that were found say. */
function renamesIn({ deltas }: Alter): ReadonlyMap<string, string> {
  return new Map(
    deltas.flatMap(({ type, from, to }) =>
      type === 'rename-column' && typeof from === 'string' && typeof to === 'string' ? [[to, from] as const] : [],
    ),
  );
}

function alterTable(change: Alter, isWayBack: boolean): readonly StepDraft[] | Impossible {
  const { from, to } = change;
  const difference = tableDifference(from, to, renamesIn(change));
  const impossible =
    impossibleOf(difference, from, to) ?? (isWayBack ? goneForGood(difference.added, to.name) : undefined);
  return impossible ?? stepsOf(difference, to.name);
}

/** Each statement does as much as one can: every one of them has all nodes agree once more. */
function stepsOf(difference: TableDifference, table: string): readonly StepDraft[] {
  const { renamed, dropped, added, properties } = difference;
  const alter = `ALTER TABLE ${quoteName(table)}`;
  const steps: StepDraft[] = [];
  if (renamed.length > 0)
    steps.push({
      summary: `rename ${listed(renamed.map(({ from, to }) => `${from} to ${to}`))} in table ${table}`,
      sql: [
        {
          text: `${alter} RENAME ${renamed.map(({ from, to }) => `${quoteName(from)} TO ${quoteName(to)}`).join(' AND ')}`,
        },
      ],
      hazards: renamed.map(({ from, to }) => breaksClients('column', `${table}.${from}`, to)),
    });
  if (dropped.length > 0)
    steps.push({
      summary: `drop ${listed(dropped.map(({ name }) => name))} from table ${table}`,
      sql: [{ text: `${alter} DROP ${enclosed(dropped.map(({ name }) => quoteName(name)))}` }],
      hazards: dropped.map(({ name }) => dropsColumn(table, name)),
    });
  if (added.length > 0)
    steps.push({
      summary: `add ${listed(added.map(({ name }) => name))} to table ${table}`,
      sql: [{ text: `${alter} ADD ${enclosed(added.map(printColumn))}` }],
    });
  if (properties.length > 0) steps.push(propertyStep('table', table, properties));
  return steps;
}

/** One statement for all properties that change, of a table or of a view. */
export function propertyStep(
  what: 'table' | 'materialized view',
  name: string,
  properties: TableDifference['properties'],
): StepDraft {
  const written = properties.map((each) => writeProperty(each.name, each.to));
  const seconds = properties.find((each) => each.name === 'default_time_to_live')?.to;
  return {
    summary: `change ${listed(properties.map((each) => each.name))} of ${what} ${name}`,
    sql: [{ text: `ALTER ${what.toUpperCase()} ${quoteName(name)} WITH ${written.join('\n  AND ')}` }],
    ...(typeof seconds === 'number' && seconds > 0 && { hazards: [expiresRows(name, seconds)] }),
  };
}

/** More than one in parentheses. */
function enclosed(items: readonly string[]): string {
  return items.length > 1 ? `(${items.join(', ')})` : items.join('');
}

function listed(items: readonly string[]): string {
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : items.join('');
}

function describeTable({ spec }: SchemaObject<TableSpec>): Description {
  return {
    columns: inOrder(spec.columns, spec).map(({ name, type, isStatic }) => ({
      name,
      type,
      facts: isStatic ? ['static'] : [],
    })),
    parts: [
      { type: 'primary key', text: `(${printKey(spec)})` },
      ...[...orderOf(spec), ...saidOf(spec.properties)].map((text) => ({ type: 'with', text })),
    ],
  };
}

function relationOf(name: string, spec: TableSpec): Relation {
  const key = keyColumns(spec);
  const inKey = new Set(key);
  return {
    name,
    type: 'table',
    columns: inOrder(spec.columns, spec).map((column) => ({
      name: column.name,
      type: column.type,
      nullable: !inKey.has(column.name),
    })),
    primaryKey: { columns: key },
    foreignKeys: [],
    indexes: [],
  };
}
