import type { Impossible, RenderContext, SchemaObject } from '@sync/core';
import { shown } from '../../text/qualified.js';
import { isStanding } from '../type/uses.js';
import { type HoldingColumn, holdersOfType } from '../type/values.js';
import { isStrictDomain } from './change-type.js';
import { columnChanges, type TableDelta } from './table-delta.js';

type Context = Pick<RenderContext, 'base' | 'goal' | 'change' | 'moved' | 'origin'>;

const rewriting = new Set(['change-type', 'change-collation', 'change-unlogged', 'change-expression']);

/** Why a table stays as it is while a column somewhere is of its row type: the server writes none of its rows again then. */
export function heldByRowType(
  table: SchemaObject,
  deltas: readonly TableDelta[],
  context: Context,
): Impossible | undefined {
  const isRefused = ({ type, after }: TableDelta) =>
    rewriting.has(type) ||
    (type === 'add-column' &&
      (after?.default !== undefined ||
        after?.identity !== undefined ||
        after?.generated?.stored === true ||
        isStrictDomain(after?.type ?? '', context.goal)));
  return deltas.some(isRefused)
    ? heldBy(table, 'so that the server writes none of its rows again', context)
    : undefined;
}

/** Why a view cannot be dropped, nor made anew: a column somewhere is of its row type. */
export function heldByRows(view: SchemaObject, context: Context): Impossible | undefined {
  return heldBy(view, 'so that it cannot be dropped', context);
}

function heldBy(relation: SchemaObject, why: string, context: Context): Impossible | undefined {
  const { base, origin } = context;
  const standing = base.get(origin(relation.address));
  const holder =
    standing &&
    holdersOfType(standing, base)
      .filter(isStanding(context))
      .find((each) => isColumnStanding(each, context));
  if (!holder) return undefined;
  const column = `${shown(holder.table)}.${holder.path.join('.')}`;
  return {
    impossible: `column ${column} is of the row type of ${shown(relation)}, ${why}`,
    hint: `Let ${column} be of a composite type, or of jsonb, in one run, and change ${shown(relation)} in another.`,
  };
}

function isColumnStanding({ table, path: [name] }: HoldingColumn, { change, moved }: Context): boolean {
  const planned = change(moved(table.address));
  const going = new Set(['drop-column', 'change-type']);
  return !planned || !columnChanges(planned).some(({ column, delta }) => column === name && going.has(delta.type));
}
