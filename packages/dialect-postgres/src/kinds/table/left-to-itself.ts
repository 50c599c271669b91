import type { Address, Hazard, RenderContext, SchemaObject } from '@sync/core';
import { definesItself } from '../../hazards.js';
import { shown } from '../../text/qualified.js';
import { alongOf } from './checks-above.js';
import { type ParentSpec, parentsInOrder, type TableLayout, type TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';

type Table = SchemaObject<TableSpec>;

/**
 * What a table that inherits defines itself from then on, since it had it from the one alone that it leaves: the server takes it for its own when it inherits again, and
 * no statement says otherwise. A partition never defines anything itself.
 */
export function leftToItself(table: Table, parent: ParentSpec, { change }: RenderContext): readonly Hazard[] {
  const own = change(table.address);
  if (parent.bound !== undefined || own?.verb !== 'alter') return [];
  const left = new Set((own.deltas as readonly TableDelta[]).flatMap((each) => leftIn(each)));
  const from = own.from as Table;
  const names = [...columnsFrom(from, parent.table, left), ...checksOf(from, table)];
  return names.length > 0 ? [definesItself(shown(table), shown({ address: parent.table }), names)] : [];
}

function leftIn({ type, parent }: TableDelta): readonly Address[] {
  return type === 'drop-parent' && parent ? [parent.table] : [];
}

/** The columns of which this table is the first among those that are left and have it, and no other one has it. */
function columnsFrom(from: Table, above: Address, left: ReadonlySet<Address>): readonly string[] {
  const { inherited = [], defined = [], sources = {} } = from.layout as unknown as TableLayout;
  const parents = parentsInOrder(from).map(({ table }) => table);
  return inherited.flatMap(({ name }) => {
    const having = sources[name]?.flatMap((place) => parents[place] ?? []) ?? parents;
    const isLost = having[0] === above && having.every((each) => left.has(each));
    return isLost && !defined.includes(name) ? [name] : [];
  });
}

/** The checks that no table above gives it any more. */
function checksOf(from: Table, to: Table): readonly string[] {
  const kept = new Set(alongOf(to).map(({ name }) => name));
  return alongOf(from).flatMap(({ name, type, defined }) =>
    type === 'check' && !defined && !kept.has(name) ? [name] : [],
  );
}
