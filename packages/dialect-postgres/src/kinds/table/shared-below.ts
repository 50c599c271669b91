import type { Address, Catalogue, Impossible, Ref, RenderContext, SchemaObject } from '@sync/core';
import { shown } from '../../text/qualified.js';
import { heirsOf } from '../type/uses.js';
import { parentsInOrder, type TableLayout, type TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';

type Table = SchemaObject<TableSpec>;

/** A table that has a column from two that are not above each other: the server renames it, and changes its type, under neither of them. */
interface Shared {
  readonly heir: Table;
  readonly column: string;
  /** What the column is to be called. */
  readonly name: string;
  /** The first of the others that it has the column from. */
  readonly other: Address;
}

/** Why columns of a table are not changed: another table goes on to have them from elsewhere, too. */
export function heldBySharing(
  table: Table,
  deltas: readonly TableDelta[],
  context: RenderContext,
): Impossible | undefined {
  for (const { heir, column, name, other } of sharedBelow(table, deltas, context)) {
    const goesOn = sharedIn(context.goal, table, name).some(
      (each) => each.heir.address === context.moved(heir.address),
    );
    if (!goesOn) continue;
    const [own, above, beside] = [shown(heir), shown(table), shown({ address: other })];
    return {
      impossible: `table ${own} has column ${column} from table ${beside}, too, and the server changes it in ${above} alone no more than in both at once`,
      hint: `Let ${own} inherit from ${above} alone in one run, and from ${beside} again in another.`,
    };
  }
  return undefined;
}

/** The changes by which tables stop having columns of a table from elsewhere, too. */
export function onceUnshared(table: Table, delta: TableDelta, context: RenderContext): readonly Ref[] {
  return sharedBelow(table, [delta], context).flatMap(({ heir }): readonly Ref[] => {
    const address = context.moved(heir.address);
    const verb = (context.change(address) ?? context.change(heir.address))?.verb;
    if (verb === 'alter') return [{ verb, address }];
    return verb === 'drop' || verb === 'replace' ? [{ verb: 'drop', address: heir.address }] : [];
  });
}

const shaping: ReadonlySet<string> = new Set(['rename-column', 'change-type', 'change-collation']);

function sharedBelow(table: Table, deltas: readonly TableDelta[], { base, origin }: RenderContext): readonly Shared[] {
  const changed = deltas.filter(({ type }) => shaping.has(type));
  const was = changed.length > 0 ? (base.get(origin(table.address)) as Table | undefined) : undefined;
  if (!was) return [];
  return changed.flatMap(({ type, from, path: [, name = ''], before }) => {
    const column = type === 'rename-column' ? String(from) : (before?.name ?? name);
    return sharedIn(base, was, column).map((each) => ({ ...each, column, name }));
  });
}

function sharedIn(state: Catalogue, table: Table, column: string): readonly Pick<Shared, 'heir' | 'other'>[] {
  const below = new Map(heirsOf(table, state).map((heir) => [heir.address, heir]));
  return [...below.values()].flatMap((heir) => {
    const other = having(heir, column).find((each) => each !== table.address && !below.has(each));
    return other === undefined ? [] : [{ heir, other }];
  });
}

/** The tables that a table has a column from. */
function having(heir: Table, column: string): readonly Address[] {
  const parents = parentsInOrder(heir).map(({ table }) => table);
  if (parents.length < 2) return parents;
  const { sources = {} } = heir.layout as unknown as TableLayout;
  return sources[column]?.flatMap((place) => parents[place] ?? []) ?? parents;
}
