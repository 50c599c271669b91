import {
  type Change,
  type Impossible,
  type Json,
  type ObjectKind,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { dropsTable } from '@sync/dialect-postgres';
import { type ColumnSpec, type ConstraintSpec, leftAsFound, type TableLayout, type TableSpec } from '../read/specs.js';
import { pathOf, qualified, shown } from '../text/names.js';
import { alterTable } from './alter-table.js';
import { isMadeWithTable, printConstraint } from './constraint-kind.js';
import { followIn } from './follow.js';
import { expiresRows, unlocked } from './hazards.js';
import { inspectKind } from './inspecting.js';
import { columnFacts, columnsInOrder, printOption, printTable } from './print-table.js';
import { renaming } from './renaming.js';
import { type TableDelta, tableDeltas } from './table-deltas.js';

type Table = SchemaObject<TableSpec>;

/** Tables with their columns, families and row-level TTL; always altered in place. Localities and zones are left as they are found. */
export const tableKind: ObjectKind<TableSpec, TableDelta> = {
  kind: 'table',
  namespace: ['relation', 'type'],
  inspect: (reading) => inspectKind(reading, 'table'),
  compare: (from, to, { renamed }) => tableDeltas(from, to, renamed),
  settle,
  follow: followInTable,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return createTable(change.to, context);
      case 'drop':
        return [
          {
            summary: `drop table ${shown(change.from)}`,
            sql: [{ text: `DROP TABLE ${qualified(change.from)}` }],
            hazards: [
              unlocked(dropsTable(pathOf(change.from), context.change(change.from.address)?.verb === 'replace')),
            ],
          },
        ];
      case 'rename':
        return renaming(change, 'TABLE', 'table');
      case 'alter':
        return alterTable(change as Extract<Change<TableSpec, TableDelta>, { verb: 'alter' }>, context);
      default:
        return change satisfies never;
    }
  },
  describe: (table) => ({
    columns: columnsInOrder(table).map((column) => ({
      name: column.name,
      type: column.type,
      facts: columnFacts(column),
    })),
    parts: [
      ...(table.spec.families ?? []).map(({ name, columns }) => ({ type: 'family', name, text: columns.join(', ') })),
      ...(table.spec.options ?? []).map((option) => ({ type: 'with', text: printOption(option) })),
      ...Object.entries(table.extras).map(([handle, value]) => ({
        type: handle.replace(/^.*\//, ''),
        text: textOf(value),
      })),
    ],
  }),
  relation: (table) => ({
    name: table.name,
    type: 'table',
    columns: columnsInOrder(table).map(({ name, type, notNull, default: value, generated }) => ({
      name,
      type,
      nullable: !notNull,
      ...(value !== undefined && { default: value }),
      ...(generated && { generated: generated.as }),
    })),
    foreignKeys: [],
    indexes: [],
  }),
};

/** What a desired state does not say of localities, zones and locks stays as it is; a scratch database has none of its own. */
function settle(table: Table, base: { get(at: Table['address']): SchemaObject | undefined }): Table {
  const found = base.get(table.address);
  if (!found) return table;
  const handles = Object.values(leftAsFound).filter((handle) => !(handle in table.extras) && handle in found.extras);
  const taken = handles.map((handle) => [handle, found.extras[handle] as Json] as const);
  const extras = { ...table.extras, ...Object.fromEntries(taken) };
  const region = (found.spec as TableSpec).columns.find(isRegion);
  const isMissing = region !== undefined && !table.spec.columns.some(({ name }) => name === region.name);
  if (!isMissing) return handles.length === 0 ? table : schemaObject({ ...table, extras });
  const columns = [...table.spec.columns, region].sort((a, b) => (a.name < b.name ? -1 : 1));
  const layout = { columns: [...(table.layout as unknown as TableLayout).columns, region.name] };
  return schemaObject({ ...table, extras, spec: { ...table.spec, columns }, layout });
}

/** The column that the server gives to a table that is REGIONAL BY ROW. */
function isRegion({ type }: ColumnSpec): boolean {
  return type === 'public.crdb_internal_region';
}

function createTable(table: Table, { goal }: RenderContext): readonly StepDraft[] | Impossible {
  const lack = lacking(table);
  if (lack) return lack;
  const constraints = goal
    .children(table.address)
    .filter(({ kind }) => kind === 'postgres/constraint')
    .map((child) => child as SchemaObject<ConstraintSpec>)
    .filter(isMadeWithTable)
    .sort((a, b) => Number(b.spec.type === 'primary key') - Number(a.spec.type === 'primary key'))
    .map(printConstraint);
  const ttl = (table.spec.options ?? []).filter((option) => option.startsWith('ttl'));
  const zones = [leftAsFound.zones, leftAsFound.security].flatMap(
    (handle) => (table.extras[handle] ?? []) as readonly string[],
  );
  return [
    {
      summary: `create table ${shown(table)}`,
      sql: [printTable(table, constraints), ...zones].map((text) => ({ text })),
      hazards: ttl.length > 0 ? [expiresRows(shown(table), ttl.map(printOption).join(', '))] : [],
    },
  ];
}

/** What PostgreSQL's tables may have and the server's have not. */
function lacking({ spec }: Table): Impossible | undefined {
  const said = spec as TableSpec & Readonly<Record<'unlogged' | 'parents' | 'partitionBy' | 'ofType', unknown>>;
  const clause = (
    [
      ['unlogged', 'UNLOGGED'],
      ['parents', 'INHERITS'],
      ['partitionBy', 'declarative partitions'],
      ['ofType', 'tables OF a type'],
    ] as const
  ).find(([member]) => said[member] !== undefined)?.[1];
  if (clause !== undefined)
    return { impossible: `CockroachDB has no ${clause}`, hint: 'Take it out of the definition.' };
  const column = spec.columns.find((each) => 'storage' in each || 'compression' in each);
  if (!column) return undefined;
  return {
    impossible: `column ${column.name} says how its values are stored, which CockroachDB decides itself`,
    hint: 'Take storage and compression out.',
  };
}

function followInTable(table: Table, rename: Parameters<typeof followIn>[1]): Table {
  if (rename.of === 'member' && rename.object !== table.address) return table;
  const follow = (text: string) => followIn(text, rename);
  const columns = table.spec.columns.map((column) => ({
    ...column,
    ...(rename.of === 'object' && { type: follow(column.type) }),
    ...(rename.of === 'object' && column.default !== undefined && { default: follow(column.default) }),
    ...(column.generated && { generated: { ...column.generated, as: follow(column.generated.as) } }),
  }));
  const families = table.spec.families?.map(({ name, columns: own }) => ({
    name,
    columns: own.map((column) => (rename.of === 'member' && column === rename.from ? rename.to : column)),
  }));
  return schemaObject({ ...table, spec: { ...table.spec, columns, ...(families && { families }) } });
}

function textOf(value: Json): string {
  return Array.isArray(value) ? value.join('; ') : String(value);
}
