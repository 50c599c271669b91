import type { Address, Ref, RenderContext, SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { qualifiedAt } from '../../text/qualified.js';
import { mentionsColumn } from '../../text/rename-in.js';
import { dropsBelow, type Part } from './drops-below.js';
import { type Heir, heirs, heirsAndPartitions } from './heirs.js';
import { type AlongSpec, type ColumnSpec, columnsInOrder, type TableLayout, type TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** What is said of tables, and the changes that come first. */
export interface Told {
  readonly sql: readonly string[];
  readonly after: readonly Ref[];
}

/**
 * Drops a column of a table, and of those that have it from there: where one of them is to keep it, however far below, the server makes it that one's (ONLY), and where one
 * defines it itself, too, it would stay. See https://www.postgresql.org/docs/current/ddl-inherit.html.
 */
export function dropColumn(table: Address, column: string, context: RenderContext): Told {
  const keeps = ({ is }: Heir) => columnOf(is, column) !== undefined;
  const part: Part = {
    among: heirs,
    keeps,
    loses: (heir) => !keeps(heir),
    defines: ({ was }) => was.defined?.includes(column) ?? false,
    dropOf: (at) => columnDelta(at, 'drop-column', column, context),
  };
  const { drops, after } = dropsBelow(table, part, context);
  const sql = drops.flatMap(({ at, only, mayBeGone }) => {
    const alter = `ALTER TABLE ${only ? 'ONLY ' : ''}${qualifiedAt(at)}`;
    return [
      ...(only ? letGo(alter, at, column, context) : []),
      `${alter} DROP COLUMN ${mayBeGone ? 'IF EXISTS ' : ''}${quoteName(column)}`,
    ];
  });
  return { sql, after };
}

function columnDelta(at: Address, type: string, column: string, { change }: RenderContext): Ref | undefined {
  const own = change(at);
  if (own?.verb !== 'alter') return undefined;
  return own.deltas.some((delta) => delta.type === type && delta.path[1] === column)
    ? { verb: 'alter', address: at }
    : undefined;
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

/** Allows nulls in a column of the heirs and partitions that forbid them themselves, too, and are not to. */
export function allowNullsBelow(table: Address, column: string, context: RenderContext): Told {
  const mayForbid = isOfKeyOfParts(table, column, context);
  const part: Part = {
    among: heirsAndPartitions,
    keeps: () => false,
    loses: ({ is }) => columnOf(is, column)?.notNull === false,
    defines: (heir) => (heir.was.forbidden?.includes(column) ?? false) || (mayForbid && isPartition(heir)),
    dropOf: (at) =>
      columnOf(context.goal.get(at) as Table, column)?.notNull === false
        ? columnDelta(at, 'change-not-null', column, context)
        : undefined,
  };
  const { drops, after } = dropsBelow(table, part, context);
  const sql = drops.flatMap(({ at }) =>
    at === table ? [] : [`ALTER TABLE ${qualifiedAt(at)} ALTER COLUMN ${quoteName(column)} DROP NOT NULL`],
  );
  return { sql, after };
}

/** Whether partitions may forbid nulls themselves since each was given its part of a primary key by itself, which from 18 on says so, and no state foretells. */
function isOfKeyOfParts(table: Address, column: string, { base, isOnline, origin, server }: RenderContext): boolean {
  if (!isOnline(table) || !server.features.has('not-null-constraints')) return false;
  return base.children(origin(table)).some((each) => isKeyOf(each, column));
}

function isPartition({ is }: Heir): boolean {
  return (is.spec.parents ?? []).some(({ bound }) => bound !== undefined);
}

function isKeyOf({ kind, spec }: SchemaObject, column: string): boolean {
  const { type, definition } = spec as { readonly type?: string; readonly definition: string };
  return kind === 'postgres/constraint' && type === 'primary key' && mentionsColumn(definition, column);
}

/** Drops a check as a column is dropped, from tables that are called as they were. */
export function dropCheck(table: Address, check: string, context: RenderContext): Told {
  const before = ({ was }: Heir) => alongOf(was, check);
  const isOwn = (heir: Heir, was: AlongSpec) => hasOwn(heir.is, was, context);
  const part: Part = {
    among: heirs,
    keeps: (heir) => {
      const was = before(heir);
      return was !== undefined && isOwn(heir, was);
    },
    loses: (heir) => {
      const was = before(heir);
      return was !== undefined && !isOwn(heir, was) && !isAlong(heir.is, was);
    },
    defines: (heir) => before(heir)?.defined ?? false,
    dropOf: (at) => checkDropped(at, check, context),
  };
  const { drops, after } = dropsBelow(table, part, context);
  const sql = drops.map(({ at, only, mayBeGone }) => {
    const alter = `ALTER TABLE ${only ? 'ONLY ' : ''}${qualifiedAt(context.origin(at))}`;
    return `${alter} DROP CONSTRAINT ${mayBeGone ? 'IF EXISTS ' : ''}${quoteName(check)}`;
  });
  return { sql, after };
}

function checkDropped(at: Address, check: string, { base, change, moved, origin }: RenderContext): Ref | undefined {
  const own = base
    .children(origin(at))
    .find(({ kind, name, spec }) => kind === 'postgres/constraint' && name === check && isCheck(spec));
  const verb = own && (change(own.address) ?? change(moved(own.address)))?.verb;
  return own && (verb === 'drop' || verb === 'replace') ? { verb: 'drop', address: own.address } : undefined;
}

function isCheck(spec: unknown): boolean {
  return (spec as { readonly type: string }).type === 'check';
}

/** Whether a table that goes on to inherit has a check all along: it stays where the table above loses it. */
export function staysFromAbove({ name, parent, spec }: SchemaObject, context: RenderContext): boolean {
  const { base, goal, origin } = context;
  const [was, is] = [base.get(origin(parent as Address)), goal.get(parent as Address)];
  if (was?.kind !== 'table' || is?.kind !== 'table') return false;
  const before = alongOf(was.layout as unknown as TableLayout, name);
  if (!before || before.definition !== (spec as { readonly definition: string }).definition) return false;
  const { parents = [] } = is.spec as TableSpec;
  return parents.some(({ table }) => heirs.below(table, context).some((heir) => heir.is.address === is.address));
}

/** The renames of heirs, which come before what calls them as they are to be, and after what calls them as they were. */
export function heirsRenamed(table: Address, context: RenderContext): readonly Ref[] {
  return heirs.below(table, context).map(({ is }) => ({ verb: 'rename', address: is.address }));
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
