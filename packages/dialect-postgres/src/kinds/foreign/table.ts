import { canonicalJson, type Delta, type Json, type SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { qualified } from '../../text/qualified.js';
import { columnExtras, printGenerated } from '../table/print.js';
import type { ColumnSpec } from '../table/spec.js';
import { changeOptions, type Options, printOptions } from './options.js';

/** A column of a foreign table. */
export interface ForeignColumnSpec extends ColumnSpec {
  /** What the wrapper is told of it. */
  readonly wrapping?: Options;
}

/** A foreign table. Columns are sorted by name. */
export interface ForeignTableSpec {
  readonly server: string;
  readonly columns: readonly ForeignColumnSpec[];
  readonly options?: Options;
}

/** A difference of two foreign tables, with the columns themselves beside what people are shown. */
export interface ForeignTableDelta extends Delta {
  readonly before?: ForeignColumnSpec;
  readonly after?: ForeignColumnSpec;
}

type ForeignTable = SchemaObject<ForeignTableSpec>;

/** The statements that make a foreign table. */
export function printForeignTable(table: ForeignTable): readonly string[] {
  const { columns: order } = table.layout as unknown as { readonly columns: readonly string[] };
  const byName = new Map(table.spec.columns.map((column) => [column.name, column]));
  const columns = order.flatMap((name) => byName.get(name) ?? []);
  const lines = columns.map((column) => `  ${printForeignColumn(column)}`);
  const body = lines.length > 0 ? ` (\n${lines.join(',\n')}\n)` : ' ()';
  const tail = ` SERVER ${quoteName(table.spec.server)}${printOptions(table.spec.options)}`;
  return [
    `CREATE FOREIGN TABLE ${qualified(table)}${body}${tail}`,
    ...columns.flatMap((column) => columnExtras(table, column).map(({ text }) => text)),
  ];
}

function printForeignColumn(column: ForeignColumnSpec): string {
  const { name, type, collation, generated, notNull, wrapping } = column;
  return [
    `${quoteName(name)} ${type}${printOptions(wrapping)}`,
    ...(collation === undefined ? [] : [`COLLATE ${collation}`]),
    ...(column.default === undefined ? [] : [`DEFAULT ${column.default}`]),
    ...(generated ? [printGenerated(generated)] : []),
    ...(notNull ? ['NOT NULL'] : []),
  ].join(' ');
}

/** What stands between two foreign tables of one server: nothing in them is data, so that a column may be made again. */
export function foreignTableDeltas(
  from: ForeignTable,
  to: ForeignTable,
  renamed: ReadonlyMap<string, string>,
): readonly ForeignTableDelta[] {
  const old = new Map(from.spec.columns.map((column) => [column.name, column]));
  const pairs = to.spec.columns.map((after) => ({ after, before: old.get(renamed.get(after.name) ?? after.name) }));
  const kept = new Set(pairs.flatMap(({ before }) => before?.name ?? []));
  const inPlace = pairs.map((pair) => ({ ...pair, deltas: pair.before ? columnDeltas(pair.before, pair.after) : [] }));
  const path = (name: string, ...rest: readonly string[]) => ['columns', name, ...rest];
  return [
    ...inPlace.flatMap(({ before, after }): readonly ForeignTableDelta[] =>
      !before || before.name === after.name
        ? []
        : [{ type: 'rename-column', path: path(after.name), from: before.name, to: after.name }],
    ),
    ...from.spec.columns
      .filter(({ name }) => !kept.has(name))
      .map((before): ForeignTableDelta => dropDelta(before, before.name)),
    ...inPlace.flatMap(({ before, after, deltas }) => (before && !deltas ? [dropDelta(before, after.name)] : [])),
    ...inPlace.flatMap(({ deltas }) => deltas ?? []),
    ...inPlace
      .filter(({ before, deltas }) => !before || !deltas)
      .map(({ after }): ForeignTableDelta => {
        return { type: 'add-column', path: path(after.name), to: printForeignColumn(after), after };
      }),
    ...optionDelta(from.spec.options, to.spec.options, ['options']),
  ];
}

function dropDelta(before: ForeignColumnSpec, name: string): ForeignTableDelta {
  return { type: 'drop-column', path: ['columns', name], from: printForeignColumn(before), before };
}

function optionDelta(from: Options = {}, to: Options = {}, path: readonly string[]): readonly ForeignTableDelta[] {
  return canonicalJson(from) === canonicalJson(to) ? [] : [{ type: 'change-options', path, from, to }];
}

const inPlace = ['default', 'notNull'] as const;

/** The differences that ALTER FOREIGN TABLE knows; undefined where there are others. */
function columnDeltas(before: ForeignColumnSpec, after: ForeignColumnSpec): readonly ForeignTableDelta[] | undefined {
  const rest = ({ name, type, collation, wrapping, notNull, default: value, ...others }: ForeignColumnSpec) => others;
  if (canonicalJson(rest(before) as unknown as Json) !== canonicalJson(rest(after) as unknown as Json))
    return undefined;
  const path = (facet: string) => ['columns', after.name, facet];
  const isRetyped = before.type !== after.type || before.collation !== after.collation;
  const simple = inPlace.flatMap((facet): readonly ForeignTableDelta[] => {
    const [from, to]: readonly Json[] = [before[facet] ?? null, after[facet] ?? null];
    if (from === to) return [];
    const type = facet === 'default' ? 'change-default' : 'change-not-null';
    return [{ type, path: path(facet), from: from ?? null, to: to ?? null, before, after }];
  });
  const retyped: ForeignTableDelta = {
    type: 'change-type',
    path: path('type'),
    from: typeOf(before),
    to: typeOf(after),
    before,
    after,
  };
  const options = optionDelta(before.wrapping, after.wrapping, path('options'));
  return [...(isRetyped ? [retyped] : []), ...simple, ...options.map((delta) => ({ ...delta, before, after }))];
}

function typeOf({ type, collation }: ForeignColumnSpec): string {
  return collation === undefined ? type : `${type} COLLATE ${collation}`;
}

/** What a difference is called, and the statements that make it. */
export function alterForeignTable(table: ForeignTable, delta: ForeignTableDelta): readonly [string, readonly string[]] {
  const alter = `ALTER FOREIGN TABLE ${qualified(table)}`;
  const { path, before, after } = delta;
  const name = path[1] ?? '';
  const column = `${alter} ALTER COLUMN ${quoteName(name)}`;
  switch (delta.type) {
    case 'drop-column':
      return [`drop column ${name}`, [`${alter} DROP COLUMN ${quoteName(name)}`]];
    case 'add-column': {
      const added = after
        ? [`${alter} ADD COLUMN ${printForeignColumn(after)}`, ...columnExtras(table, after).map(({ text }) => text)]
        : [];
      return [`add column ${name}`, added];
    }
    case 'change-type':
      return [
        `change the type of column ${name}`,
        [
          ...(before?.default !== undefined && after?.default !== before.default ? [`${column} DROP DEFAULT`] : []),
          `${column} TYPE ${String(delta.to)}`,
        ],
      ];
    case 'change-default':
      return [
        `change the default of column ${name}`,
        [delta.to === null ? `${column} DROP DEFAULT` : `${column} SET DEFAULT ${String(delta.to)}`],
      ];
    case 'change-not-null':
      return [
        delta.to === true ? `expect no nulls in column ${name}` : `expect nulls in column ${name}`,
        [`${column} ${delta.to === true ? 'SET' : 'DROP'} NOT NULL`],
      ];
    case 'change-options': {
      const list = changeOptions(delta.from as Options, delta.to as Options);
      return path[0] === 'options'
        ? ['change the options', [`${alter} ${list}`]]
        : [`change the options of column ${name}`, [`${column} ${list}`]];
    }
    default:
      throw new TypeError(`${delta.type} is no difference of foreign tables`);
  }
}
