import type { Change, Impossible, RenderContext } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { shown } from '../../text/qualified.js';
import { castBetween } from '../cast/between.js';
import { compositeOf, conversionOf, type Sides, storedType, typeChangeOf } from '../table/change-type.js';
import { isText, withoutLimit } from '../table/type-cast.js';
import { readType } from '../table/type-change.js';
import { remakesType } from '../type/remakes-type.js';
import type { AttributeDelta, AttributeSpec, CompositeSpec } from './spec.js';

/** A change of a composite type that makes it anew. */
export type Remake = Pick<Extract<Change<CompositeSpec, AttributeDelta>, { verb: 'alter' }>, 'from' | 'to' | 'deltas'>;

type ConvertContext = Sides & Pick<RenderContext, 'change'>;

/** An attribute as it is to be, and as it is where it is there already. */
export interface AttributePair {
  readonly before?: AttributeSpec;
  readonly after: AttributeSpec;
}

/** The attributes of a type as it is to be, each beside what it is now, whatever its name and place were. */
export function attributePairs({ from, to, deltas }: Remake): readonly AttributePair[] {
  const origins = new Map(
    deltas.flatMap((delta) => (delta.type === 'rename-attribute' ? [[String(delta.to), String(delta.from)]] : [])),
  );
  const present = new Map(from.spec.attributes.map((attribute) => [attribute.name, attribute]));
  return to.spec.attributes.map((after) => {
    const before = present.get(origins.get(after.name) ?? after.name);
    return { after, ...(before && { before }) };
  });
}

/** Whether values are other rows than they were: the attributes are others or in another order, or those of a type within are. */
export function isReshaped(remake: Remake, context: ConvertContext): boolean {
  const pairs = attributePairs(remake);
  const { attributes } = remake.from.spec;
  return (
    attributes.length !== pairs.length ||
    pairs.some(
      ({ before, after }, i) =>
        before === undefined ||
        before !== attributes[i] ||
        before.type !== after.type ||
        before.collation !== after.collation ||
        reshapedUnder(element(after.type), context) !== undefined,
    )
  );
}

/** The change of the composite type that a type is, or that a domain is over, where values of it are other rows then. */
export function reshapedUnder(type: string, context: ConvertContext): Remake | undefined {
  const composite = compositeOf(element(storedType(type, context, 'goal')), context, 'goal');
  const change = composite && context.change(composite.address);
  if (change?.verb !== 'alter' || !remakesType(change)) return undefined;
  const remake = change as unknown as Remake;
  return isReshaped(remake, context) ? remake : undefined;
}

function element(type: string): string {
  return type.endsWith('[]') ? type.slice(0, -2) : type;
}

/**
 * Whether rows that are written as texts can be read as such of the type as it is to be: lists of rows are converted in no other way. Attributes stay in their
 * order, new ones come at the end, and what each holds is the same for being written and read.
 */
export function isReadFromTexts(remake: Remake, context: ConvertContext): boolean {
  const pairs = attributePairs(remake);
  const kept = new Set(pairs.flatMap(({ before }) => before ?? []));
  const order = remake.from.spec.attributes.filter((attribute) => kept.has(attribute));
  return pairs.every(({ before, after }, i) => {
    if (!before) return i >= order.length;
    if (before !== order[i]) return false;
    if (before.type === after.type) return reshapedUnder(after.type, context) === undefined;
    return isSameAsText(storedType(before.type, context, 'base'), storedType(after.type, context, 'goal'), context);
  });
}

/** Casts to texts write these otherwise than they are shown. */
const writtenOtherwise: ReadonlySet<string> = new Set(['boolean', 'inet', 'cidr', 'character', '"char"']);

function isSameAsText(from: string, to: string, context: ConvertContext): boolean {
  if (castBetween(from, to, context)) return false;
  const [old, next] = [readType(from).base, readType(to).base];
  if (old === next) return true;
  if (writtenOtherwise.has(old)) return false;
  return isText(from) || typeChangeOf(from, to, context) !== 'lossy';
}

/** Why the values of a type cannot be converted: somewhere in them is a list of rows, which the server converts no one of. */
export function listWithin(remake: Remake, context: ConvertContext): Impossible | undefined {
  for (const { before, after } of attributePairs(remake)) {
    const nested = before?.type === after.type ? reshapedUnder(after.type, context) : undefined;
    if (!nested) continue;
    const isList = storedType(after.type, context, 'goal').endsWith('[]');
    const found = isList ? listInTheWay(`attribute ${after.name} of ${shown(remake.to)} is`, nested) : undefined;
    const deeper = found ?? listWithin(nested, context);
    if (deeper) return deeper;
  }
  return undefined;
}

/** Why a list keeps a composite type from being made anew. */
export function listInTheWay(what: string, { to }: Remake): Impossible {
  return {
    impossible: `${what} a list of ${shown(to)}, which the server does not convert`,
    hint: `Add attributes at the end, or drop them, which the server does in place; or add a new type and a new column.`,
  };
}

/**
 * A value of the old type as one of the new, attribute by attribute. What has a limit is cast to that nowhere, for a cast cuts: the row is written as text and read
 * again, which refuses what does not fit.
 */
export function convertedRow(value: string, remake: Remake, target: string, context: ConvertContext): string {
  const row = rowOf(value, remake, context);
  return isReadAgain(remake, context) ? `${row}::text::${target}` : rowOf(value, remake, context, target);
}

function rowOf(value: string, remake: Remake, context: ConvertContext, target?: string): string {
  const values = attributePairs(remake).map(({ before, after }) =>
    before ? attributeValue(`(${value}).${quoteName(before.name)}`, before, after, context) : `NULL::${after.type}`,
  );
  const cast = target === undefined ? '' : `::${target}`;
  return `CASE WHEN ${value} IS DISTINCT FROM NULL THEN ROW(${values.join(', ')})${cast} END`;
}

function attributeValue(value: string, before: AttributeSpec, after: AttributeSpec, context: ConvertContext): string {
  if (before.type === after.type) {
    const nested = reshapedUnder(after.type, context);
    return nested ? rowOf(value, nested, context) : value;
  }
  if (hasNoCast(before, after, context)) return `NULL::${after.type}`;
  const { using } = conversionOf(asColumn(before), asColumn(after), context);
  return using ? using(value) : value;
}

/** Whether the server knows no way from what an attribute holds to what it is to hold. */
export function hasNoCast(before: AttributeSpec, after: AttributeSpec, context: Sides): boolean {
  const { change, using } = conversionOf(asColumn(before), asColumn(after), context);
  return change !== 'free' && using === undefined;
}

/** An attribute as a column of its type. */
export function asColumn({ name, type }: AttributeSpec): {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
} {
  return { name, type, notNull: false };
}

/** Whether a row has to be written and read again: for what has a limit, and for what is of a type that is itself made anew. */
function isReadAgain(remake: Remake, context: ConvertContext): boolean {
  if (remake.deltas.some(({ type }) => type === 'change-parts')) return true;
  return attributePairs(remake).some(({ before, after }) => {
    const stored = storedType(after.type, context, 'goal');
    return before !== undefined && before.type !== after.type && withoutLimit('', stored) !== stored;
  });
}
