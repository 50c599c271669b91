import type { RenderContext, SchemaObject } from '@sync/core';
import { qualified } from '../../text/qualified.js';
import { castBetween } from '../cast/between.js';
import { domainOf, enumOf, type Sides, storedType } from '../table/change-type.js';
import { columnChanges, type TableDelta } from '../table/table-delta.js';
import { isText } from '../table/type-cast.js';

type LeavingContext = Pick<RenderContext, 'base' | 'goal' | 'change' | 'moved'>;

/** Whether a column goes with its values, or comes back without them. */
export function isDropped(
  { address }: SchemaObject,
  column: string,
  { change, moved }: Pick<LeavingContext, 'change' | 'moved'>,
): boolean {
  return changesOf(address, column, { change, moved }).some(({ type }) => type === 'drop-column');
}

/**
 * Whether a column is of something else once its own table has changed, and takes its values from texts as well: those need be none of the type any more that it
 * leaves, which is called as it is to be.
 */
export function isLeaving({ address }: SchemaObject, column: string, context: LeavingContext, left?: string): boolean {
  const { before, after } = changesOf(address, column, context).find(({ type }) => type === 'change-type') ?? {};
  if (!before || !after || isOver(after.type, left ?? elementOf(before.type), context)) return false;
  const [from, to] = [storedType(before.type, context, 'base'), storedType(after.type, context, 'goal')];
  if (castBetween(from, to, context)) return false;
  return isText(to) || enumOf(from, context, 'base') !== undefined || enumOf(to, context, 'goal') !== undefined;
}

/** Whether what a column holds need be no value of a type as it is to be: the column goes, or becomes something else. */
export function leavesType(
  type: SchemaObject,
  context: LeavingContext,
): (table: SchemaObject, column: string) => boolean {
  return (table, column) => isDropped(table, column, context) || isLeaving(table, column, context, qualified(type));
}

/** Whether a column goes, or is of something else than a type once its own table has changed. */
export function isOutOf(
  type: SchemaObject,
  { address }: SchemaObject,
  column: string,
  context: LeavingContext,
): boolean {
  return changesOf(address, column, context).some(
    ({ type: what, after }) =>
      what === 'drop-column' ||
      (what === 'change-type' && after !== undefined && !isOver(after.type, qualified(type), context)),
  );
}

function changesOf(
  address: SchemaObject['address'],
  name: string,
  { change, moved }: Pick<LeavingContext, 'change' | 'moved'>,
): readonly TableDelta[] {
  const planned = change(moved(address));
  return (planned ? columnChanges(planned) : []).flatMap(({ column, delta }) => (column === name ? [delta] : []));
}

/** Whether a type is another one, or a list of it, or a domain over either. */
function isOver(type: string, other: string, sides: Sides): boolean {
  const element = elementOf(type);
  if (element === other) return true;
  const domain = domainOf(element, sides, 'goal');
  return domain !== undefined && isOver(domain.spec.base, other, sides);
}

function elementOf(type: string): string {
  return type.endsWith('[]') ? type.slice(0, -2) : type;
}
