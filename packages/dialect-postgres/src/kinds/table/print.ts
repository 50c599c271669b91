import type { SchemaObject, Statement } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { qualified, qualifiedAt } from '../../text/qualified.js';
import { countingOptions } from '../sequence/spec.js';
import { addNotNull, printNotNull, withKeptNotNull } from './not-null.js';
import { printProperties } from './properties.js';
import { changeSetting, printSettings, settingFacets } from './settings.js';
import { type ColumnSpec, columnsInOrder, parentsInOrder, type TableLayout, type TableSpec } from './spec.js';

/** The statements that make a table: itself, and what its columns own; without the constraints of columns that are to be added later. */
export function printTable(table: SchemaObject<TableSpec>, later: readonly ColumnSpec[] = []): readonly Statement[] {
  const laterNames = new Set(later.map(({ name }) => name));
  const { unlogged, options, partitionBy } = table.spec;
  const parents = parentsInOrder(table);
  const inherited = inheritedOf(table);
  const columns = columnsInOrder(table)
    .filter(({ name }) => !inherited.has(name))
    .map((column) => withKeptNotNull(table, column));
  const [first] = parents;
  const of =
    first?.bound === undefined
      ? printBody(table, [...definedColumns(table, inherited), ...columns])
      : ` PARTITION OF ${qualifiedAt(first.table)} ${first.bound}`;
  const from = parents.filter(({ bound }) => bound === undefined).map(({ table: each }) => qualifiedAt(each));
  const clause = [
    ...(from.length > 0 ? [` INHERITS (${from.join(', ')})`] : []),
    ...(partitionBy === undefined ? [] : [` PARTITION BY ${partitionBy}`]),
    ...(options ? [` WITH (${options.join(', ')})`] : []),
  ].join('');
  return [
    { text: `CREATE ${unlogged ? 'UNLOGGED ' : ''}TABLE ${qualified(table)}${of}${clause}` },
    ...printProperties(table),
    ...columns.flatMap((column) => {
      const { notNullConstraint, ...rest } = column;
      return columnExtras(table, laterNames.has(column.name) ? rest : column);
    }),
    ...(table.spec.overrides ?? []).flatMap(({ name, facets }) => {
      const column = inherited.get(name);
      return column ? printOverride(table, column, Object.keys(facets)) : [];
    }),
  ];
}

/** A table of a type has its columns, and may say more of them. */
function printBody(table: SchemaObject<TableSpec>, columns: readonly ColumnSpec[]): string {
  const { ofType } = table.spec;
  const checks = definedChecks(table);
  const lines = ofType === undefined ? [...columns.map(printColumn), ...checks] : columns.flatMap(printOfType);
  const list = lines.length > 0 ? ` (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)` : '';
  return ofType === undefined ? list || ' ()' : ` OF ${ofType}${list}`;
}

function printOfType(column: ColumnSpec): readonly string[] {
  const facts = columnFacts(column);
  return facts.length > 0 ? [`${quoteName(column.name)} WITH OPTIONS ${facts.join(' ')}`] : [];
}

/** Of two tables that give a column different defaults the server takes neither: the column has to say its own. */
function settled(
  { spec: { parents = [], overrides = [] } }: SchemaObject<TableSpec>,
  inherited: ReadonlyMap<string, ColumnSpec>,
): readonly ColumnSpec[] {
  if (parents.length < 2) return [];
  const without = new Set(overrides.flatMap(({ name, facets }) => (facets.default === null ? [name] : [])));
  return [...inherited.values()].flatMap(({ name, type, collation, default: value }) => {
    const given = value ?? (without.has(name) ? 'NULL' : undefined);
    if (given === undefined) return [];
    return [{ name, type, notNull: false, default: given, ...(collation !== undefined && { collation }) }];
  });
}

/** Columns that a table says itself though it has them from another one. */
function definedColumns(
  table: SchemaObject<TableSpec>,
  inherited: ReadonlyMap<string, ColumnSpec>,
): readonly ColumnSpec[] {
  const said = settled(table, inherited);
  const { defined = [], forbidden = [] } = table.layout as unknown as TableLayout;
  const more = defined.flatMap((name): readonly ColumnSpec[] => {
    const column = inherited.get(name);
    if (!column || column.generated || column.identity || said.some((each) => each.name === name)) return [];
    const { type, collation } = column;
    return [{ name, type, notNull: forbidden.includes(name), ...(collation !== undefined && { collation }) }];
  });
  return [...said, ...more];
}

/** Checks of that sort; those that need what may not be there yet come with the other table alone. */
function definedChecks({ layout }: SchemaObject<TableSpec>): readonly string[] {
  const { along = [] } = layout as unknown as TableLayout;
  return along.flatMap(({ name, definition, defined, needs }) =>
    defined && !needs && !definition.endsWith(' NOT VALID') ? [`CONSTRAINT ${quoteName(name)} ${definition}`] : [],
  );
}

function inheritedOf(table: SchemaObject<TableSpec>): ReadonlyMap<string, ColumnSpec> {
  const { inherited = [] } = table.layout as unknown as TableLayout;
  return new Map(inherited.map((column) => [column.name, column]));
}

/** What a column that comes from another table has of its own. */
function printOverride(
  table: SchemaObject<TableSpec>,
  column: ColumnSpec,
  facets: readonly string[],
): readonly Statement[] {
  const alter = `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(column.name)}`;
  const { default: value, notNull } = column;
  const set: Readonly<Record<string, string>> = {
    default: value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`,
    'not-null': `${notNull ? 'SET' : 'DROP'} NOT NULL`,
  };
  return [
    ...facets.flatMap((facet) => (set[facet] === undefined ? [] : [{ text: `${alter} ${set[facet]}` }])),
    ...settingFacets
      .filter((facet) => facets.includes(facet) && (facet !== 'column-options' || column.options))
      .flatMap((facet) => changeSetting(table, facet, undefined, column, { from: table }))
      .map((text) => ({ text })),
  ];
}

/** A column as CREATE TABLE and ADD COLUMN take it. */
export function printColumn(column: ColumnSpec): string {
  const { name, type, collation } = column;
  const collate = collation === undefined ? [] : [`COLLATE ${collation}`];
  return [quoteName(name), type, ...collate, ...columnFacts(column)].join(' ');
}

function columnFacts(column: ColumnSpec): readonly string[] {
  const { generated, identity } = column;
  return [
    ...(column.default === undefined ? [] : [`DEFAULT ${column.default}`]),
    ...(generated ? [printGenerated(generated)] : []),
    ...(identity ? [printIdentity(identity)] : []),
    ...printNotNull(column),
  ];
}

/** What a column has that cannot be said where it is made. */
export function columnExtras(
  table: Pick<SchemaObject, 'address'>,
  column: ColumnSpec,
  only = false,
): readonly Statement[] {
  const place = `${qualified(table)}.${quoteName(column.name)}`;
  return [
    ...(column.notNullConstraint?.unvalidated
      ? [{ text: `ALTER TABLE ${qualified(table)} ${addNotNull(column)}` }]
      : []),
    ...printSettings(table, column, only).map((text) => ({ text })),
    ...(column.owns ?? []).map((sequence) => ({ text: `ALTER SEQUENCE ${qualifiedAt(sequence)} OWNED BY ${place}` })),
  ];
}

/** GENERATED ALWAYS AS (…). */
export function printGenerated({ as, stored }: NonNullable<ColumnSpec['generated']>): string {
  return `GENERATED ALWAYS AS (${as}) ${stored ? 'STORED' : 'VIRTUAL'}`;
}

/** GENERATED … AS IDENTITY. */
export function printIdentity({ always, options }: NonNullable<ColumnSpec['identity']>): string {
  return `GENERATED ${always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY (${countingOptions(options).join(' ')})`;
}
