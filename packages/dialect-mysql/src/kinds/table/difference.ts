import { type Change, canonicalJson, equalJson, type Lexis, type SchemaObject } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import { foldMember } from '../../text/names.js';
import { remakes } from './remade.js';
import { namesAny, renameColumns } from './rename-columns.js';
import type { ColumnSpec, TableSpec } from './spec.js';
import { columnOrder, orderOf } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** Something that stays under its name and is not the same. */
export interface Pair<T> {
  readonly from: T;
  readonly to: T;
}

/** What goes, what comes, and what changes under its name. */
export interface Sides<T> {
  readonly dropped: readonly T[];
  readonly added: readonly T[];
  readonly changed: readonly Pair<T>[];
}

/** All that stands between two states of a table. */
export interface TableDifference {
  /** The first state, with the renames made in everything but expressions. */
  readonly from: Table;
  readonly to: Table;
  /** As they are spelled before and after. */
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  readonly columns: Sides<ColumnSpec>;
  readonly indexes: Sides<TableSpec['indexes'][number]>;
  readonly foreignKeys: Sides<TableSpec['foreignKeys'][number]>;
  readonly checks: Sides<TableSpec['checks'][number]>;
  /** Whether its rows are dealt out in another way. */
  readonly partitioning: boolean;
  /** Whether columns that stay trade places. */
  readonly order: boolean;
}

/** Compares two states of a table. `renamed` leads from new to old column names. */
export function tableDifference(
  before: Table,
  to: Table,
  renamed: ReadonlyMap<string, string>,
  flavour: Flavour,
): TableDifference {
  const lexis = lexisWith(flavour.executedComments);
  const names = renamesBetween(before, to, renamed);
  const from = renameColumns(before, names, flavour.rewritesExpressions ? lexis : undefined);
  const moved = withReaders(new Set(flavour.rewritesExpressions ? [] : names.keys()), before, lexis);
  // What names a column that is renamed has to be written again with it, be it the same else or not.
  const isStill = (text: string | undefined) => text === undefined || !namesAny(text, moved, lexis);
  const columns = sidesOf(from.spec.columns, to.spec.columns, (column) => isStill(column.generated?.as));
  const gone = new Set(
    columns.changed.flatMap((pair) => (remakes(pair) ? [foldMember(pair.from.name), foldMember(pair.to.name)] : [])),
  );
  return {
    from,
    to,
    renames: Array.from(names, ([folded, name]) => ({ from: nameIn(before, folded), to: name })),
    columns,
    indexes: sidesOf(from.spec.indexes, to.spec.indexes, ({ parts }) =>
      parts.every((part) => isStill(part.expression)),
    ),
    foreignKeys: sidesOf(from.spec.foreignKeys, to.spec.foreignKeys),
    // A check goes along with a column, in silence, even where that comes back.
    checks: sidesOf(
      from.spec.checks,
      to.spec.checks,
      ({ expression }) => isStill(expression) && !namesAny(expression, gone, lexis),
    ),
    partitioning: !equalJson(from.spec.partitioning ?? null, to.spec.partitioning ?? null),
    order: isReordered(from, to),
  };
}

/**
 * What a column has that names no character set. Where the table itself gets another one nobody knows: it may be in another statement, and before it or behind it.
 */
export function usualText({ from, to }: TableDifference): Pick<TableSpec, 'charset' | 'collation'> {
  const isSame = from.spec.charset === to.spec.charset && from.spec.collation === to.spec.collation;
  return isSame ? to.spec : { charset: '', collation: '' };
}

/** The difference that an alter stands for. */
export function differenceIn(change: Extract<Change<TableSpec>, { verb: 'alter' }>, flavour: Flavour): TableDifference {
  return tableDifference(change.from, change.to, renamedIn(change), flavour);
}

/** New column name → old one, folded, as an alter renames them. */
export function renamedIn({
  deltas,
}: Pick<Extract<Change<TableSpec>, { verb: 'alter' }>, 'deltas'>): ReadonlyMap<string, string> {
  return new Map(
    deltas.flatMap(({ type, path, from }) =>
      type === 'rename-column' ? [[foldMember(path[1] ?? ''), foldMember(String(from))] as const] : [],
    ),
  );
}

/** Along with columns those that are computed from them when they are read: whoever reads these reads the others. */
function withReaders(names: ReadonlySet<string>, { spec }: Pick<Table, 'spec'>, lexis: Lexis): ReadonlySet<string> {
  const readers = spec.columns.filter(
    ({ name, generated }) =>
      generated?.stored === false && !names.has(foldMember(name)) && namesAny(generated.as, names, lexis),
  );
  if (readers.length === 0) return names;
  return withReaders(new Set([...names, ...readers.map(({ name }) => foldMember(name))]), { spec }, lexis);
}

/** Folded old name → new name; a name that is only spelled differently is renamed, too. */
function renamesBetween(before: Table, to: Table, renamed: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const folded = new Map(Array.from(renamed, ([next, old]) => [foldMember(next), foldMember(old)]));
  const old = new Map(before.spec.columns.map(({ name }) => [foldMember(name), name]));
  const names = new Map<string, string>();
  for (const { name } of to.spec.columns) {
    const origin = folded.get(foldMember(name)) ?? foldMember(name);
    if (old.has(origin) && old.get(origin) !== name) names.set(origin, name);
  }
  return names;
}

function nameIn(table: Table, folded: string): string {
  const spelled = new Map(table.spec.columns.map(({ name }) => [foldMember(name), name]));
  return spelled.get(folded) ?? folded;
}

function sidesOf<T extends { readonly name: string }>(
  from: readonly T[],
  to: readonly T[],
  isStill: (item: T) => boolean = () => true,
): Sides<T> {
  const before = new Map(from.map((item) => [foldMember(item.name), item]));
  const after = new Map(to.map((item) => [foldMember(item.name), item]));
  return {
    dropped: from.filter(({ name }) => !after.has(foldMember(name))),
    added: to.filter(({ name }) => !before.has(foldMember(name))),
    changed: to.flatMap((item) => {
      const old = before.get(foldMember(item.name));
      if (!old || (canonicalJson(old) === canonicalJson(item) && isStill(old))) return [];
      return [{ from: old, to: item }];
    }),
  };
}

/** The order counts only where both sides were read with it. */
function isReordered(from: Table, to: Table): boolean {
  if (!columnOrder.of(to)) return false;
  const there = new Set(orderOf(from));
  const wanted = orderOf(to).filter((name) => there.has(name));
  const staying = new Set(wanted);
  return !equalJson(
    orderOf(from).filter((name) => staying.has(name)),
    wanted,
  );
}
