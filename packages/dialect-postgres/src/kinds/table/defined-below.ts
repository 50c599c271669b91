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
 * Drops a column of a table, and of those that have it from there: where one of them is to keep it, however far below, the server makes it that one's (ONLY), and where one
 * defines it itself, too, it would stay. See https://www.postgresql.org/docs/current/ddl-inherit.html.
 */
export function dropColumn(table: Address, column: string, context: RenderContext): readonly string[] {
  const keeps = ({ is }: Heir) => columnOf(is, column) !== undefined;
  const part: Part = {
    keeps,
    loses: (heir) => !keeps(heir),
    defines: ({ was }) => was.defined?.includes(column) ?? false,
  };
  return dropsBelow(table, part, context).flatMap(({ at, only }) => {
    const alter = `ALTER TABLE ${only ? 'ONLY ' : ''}${qualifiedAt(at)}`;
    return [
      ...(only ? letGo(alter, at, column, context) : []),
      `${alter} DROP COLUMN ${ifThere(at, table)}${quoteName(column)}`,
    ];
  });
}

/** What heirs have from above, and what becomes of it in each. */
interface Part {
  keeps(heir: Heir): boolean;
  loses(heir: Heir): boolean;
  /** Whether a heir has it of itself, too. */
  defines(heir: Heir): boolean;
}

/** A table that has to be told to drop something: by itself where one below is to keep that, otherwise with those below. */
interface Drop {
  readonly at: Address;
  readonly only: boolean;
}

/** The drops that take something from a table and all that lose it with that one; a table comes after all that it has it from. */
function dropsBelow(table: Address, part: Part, context: RenderContext): readonly Drop[] {
  const found = new Map<Address, Drop>();
  const order: Drop[] = [];
  const told = new Set([table]);
  const losing = (at: Address) => heirsOf(at, context).filter((heir) => part.loses(heir));
  const visit = (at: Address): Drop => {
    const known = found.get(at);
    if (known) return known;
    const below = losing(at).map(({ is }) => visit(is.address));
    const drop = { at, only: below.some(({ only }) => only) || heirsOf(at, context).some((heir) => part.keeps(heir)) };
    found.set(at, drop);
    order.unshift(drop);
    return drop;
  };
  visit(table);
  for (const { at, only } of order) {
    for (const heir of losing(at)) if (only || part.defines(heir)) told.add(heir.is.address);
  }
  return order.filter(({ at }) => told.has(at));
}

/** What was above may have taken it along. */
function ifThere(at: Address, first: Address): string {
  return at === first ? '' : 'IF EXISTS ';
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
export function dropCheck(table: Address, check: string, context: RenderContext): readonly string[] {
  const before = ({ was }: Heir) => alongOf(was, check);
  const isOwn = (heir: Heir, was: AlongSpec) => hasOwn(heir.is, was, context);
  const part: Part = {
    keeps: (heir) => {
      const was = before(heir);
      return was !== undefined && isOwn(heir, was);
    },
    loses: (heir) => {
      const was = before(heir);
      return was !== undefined && !isOwn(heir, was) && !isAlong(heir.is, was);
    },
    defines: (heir) => before(heir)?.defined ?? false,
  };
  return dropsBelow(table, part, context).map(({ at, only }) => {
    const alter = `ALTER TABLE ${only ? 'ONLY ' : ''}${qualifiedAt(context.origin(at))}`;
    return `${alter} DROP CONSTRAINT ${ifThere(at, table)}${quoteName(check)}`;
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
