import type { Address, Ref, RenderContext, SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { qualifiedAt } from '../../text/qualified.js';
import { type AlongSpec, type ColumnSpec, columnsInOrder, type TableLayout, type TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** An heir as it was and as it is to be. */
interface Heir {
  readonly was: TableLayout;
  readonly is: Table;
}

/**
 * Drops a column of a table, and of those that have it from there: where one of them is to keep it the server makes it that one's (ONLY), and where one defines it itself,
 * too, it would stay. See https://www.postgresql.org/docs/current/ddl-inherit.html.
 */
export function dropColumn(table: Address, column: string, context: RenderContext, how = ''): readonly string[] {
  const heirs = heirsOf(table, context);
  const only = heirs.some(({ is }) => is.spec.columns.some(({ name }) => name === column));
  const alter = `ALTER TABLE ${only ? 'ONLY ' : ''}${qualifiedAt(table)}`;
  const own = `${alter} DROP COLUMN ${how}${quoteName(column)}`;
  return [
    ...(only ? letGo(alter, table, column, context) : []),
    own,
    ...(only ? eachBelow : definedBelow)(heirs, column, context),
  ];
}

/** What forbids nulls below would go on to say, from 18 on, that it comes from above, and could never be dropped. */
function letGo(
  alter: string,
  table: Address,
  column: string,
  { base, origin, server }: RenderContext,
): readonly string[] {
  const was = base.get(origin(table)) as Table | undefined;
  const before = was && columnOf(was, column);
  if (!before?.notNull || !server.features.has('not-null-constraints')) return [];
  const change = `${alter} ALTER COLUMN ${quoteName(column)} DROP`;
  return [...(before.identity ? [`${change} IDENTITY`] : []), `${change} NOT NULL`];
}

function eachBelow(heirs: readonly Heir[], column: string, context: RenderContext): readonly string[] {
  return heirs.flatMap(({ is }) => (columnOf(is, column) ? [] : dropColumn(is.address, column, context, 'IF EXISTS ')));
}

function definedBelow(heirs: readonly Heir[], column: string, context: RenderContext): readonly string[] {
  return heirs.flatMap(({ was, is }) => {
    if (columnOf(is, column)) return [];
    if (was.defined?.includes(column)) return dropColumn(is.address, column, context, 'IF EXISTS ');
    return definedBelow(heirsOf(is.address, context), column, context);
  });
}

/** Allows nulls in a column of the heirs that forbid them themselves, too, and are not to. */
export function allowNullsBelow(table: Address, column: string, context: RenderContext): readonly string[] {
  return heirsOf(table, context).flatMap(({ was, is }) => {
    if (columnOf(is, column)?.notNull !== false) return [];
    const own = was.forbidden?.includes(column)
      ? [`ALTER TABLE ${qualifiedAt(is.address)} ALTER COLUMN ${quoteName(column)} DROP NOT NULL`]
      : [];
    return [...own, ...allowNullsBelow(is.address, column, context)];
  });
}

/** Drops a check as a column is dropped, from tables that are called as they were. */
export function dropCheck(table: Address, check: string, context: RenderContext, how = ''): readonly string[] {
  const heirs = heirsOf(table, context);
  const only = heirs.some((heir) => {
    const before = alongOf(heir.was, check);
    return before !== undefined && hasOwn(heir.is, before, context);
  });
  const at = qualifiedAt(context.origin(table));
  const own = `ALTER TABLE ${only ? 'ONLY ' : ''}${at} DROP CONSTRAINT ${how}${quoteName(check)}`;
  return [own, ...checksBelow(heirs, check, only, context)];
}

function checksBelow(heirs: readonly Heir[], check: string, each: boolean, context: RenderContext): readonly string[] {
  return heirs.flatMap(({ was, is }) => {
    const before = alongOf(was, check);
    if (!before || hasOwn(is, before, context) || isAlong(is, before)) return [];
    if (each || before.defined) return dropCheck(is.address, check, context, 'IF EXISTS ');
    return checksBelow(heirsOf(is.address, context), check, false, context);
  });
}

/** Whether a table that goes on to inherit has a check all along: it stays where the table above loses it. */
export function staysFromAbove({ name, parent, spec }: SchemaObject, context: RenderContext): boolean {
  const { base, goal, origin } = context;
  const [was, is] = [base.get(origin(parent as Address)), goal.get(parent as Address)];
  if (was?.kind !== 'table' || is?.kind !== 'table') return false;
  const before = alongOf(was.layout as unknown as TableLayout, name);
  if (!before || before.definition !== (spec as { readonly definition: string }).definition) return false;
  const { parents = [] } = is.spec as TableSpec;
  return parents.some(({ table }) => heirsOf(table, context).some((heir) => heir.is.address === is.address));
}

/** The renames of heirs, which come before what calls them as they are to be, and after what calls them as they were. */
export function heirsRenamed(table: Address, context: RenderContext): readonly Ref[] {
  return heirsOf(table, context).map(({ is }) => ({ verb: 'rename', address: is.address }));
}

/** The tables that inherit from one all through a plan, and are no partitions: those define nothing themselves. */
function heirsOf(table: Address, { base, goal, origin, moved }: RenderContext): readonly Heir[] {
  const before = origin(table);
  const inherits = (each: SchemaObject | undefined, from: Address) =>
    each?.kind === 'table' &&
    ((each as Table).spec.parents ?? []).some((parent) => parent.table === from && parent.bound === undefined);
  return base.dependents(before).flatMap((each): readonly Heir[] => {
    const is = inherits(each, before) ? goal.get(moved(each.address)) : undefined;
    return is && inherits(is, table) ? [{ was: each.layout as unknown as TableLayout, is: is as Table }] : [];
  });
}

function columnOf(table: Table, column: string): ColumnSpec | undefined {
  return columnsInOrder(table).find(({ name }) => name === column);
}

function alongOf({ along = [] }: TableLayout, check: string): AlongSpec | undefined {
  return along.find(({ name, type }) => name === check && type === 'check');
}

function hasOwn({ address }: Table, { name, definition }: AlongSpec, { goal }: RenderContext): boolean {
  return goal
    .children(address)
    .some(
      (each) =>
        each.kind === 'postgres/constraint' &&
        each.name === name &&
        (each.spec as { readonly definition: string }).definition === definition,
    );
}

function isAlong({ layout }: Table, before: AlongSpec): boolean {
  return alongOf(layout as unknown as TableLayout, before.name)?.definition === before.definition;
}
