import {
  type BridgeEnd,
  bridgeObject,
  bridgeOf,
  byCodeUnit,
  equalJson,
  type Impossible,
  type Json,
  type SchemaObject,
  type ServeContext,
  type Served,
  type Succession,
} from '@sync/core';
import { keyParts } from '../../online/key-parts.js';
import { quoteName } from '../../text/names.js';
import { bridgeKindName } from '../bridge/kind-name.js';
import { type ColumnSpec, columnsInOrder, type TableLayout, type TableSpec } from './spec.js';
import { widerType } from './wider-type.js';

type Table = SchemaObject<TableSpec>;
type Columns = ReadonlyMap<string, ColumnSpec>;

/** The table with what both shapes of it read, and nothing that one of them asks for and the other does not know of. */
export function serveBothTables(
  from: Table | undefined,
  to: Table | undefined,
  context: ServeContext,
): Served | Impossible {
  if (!from || !to) return { object: from ?? to };
  if (from.address !== to.address) {
    return {
      impossible: 'a table cannot have two names',
      hint: 'Make a view of the new name first, and drop it when the table is renamed.',
    };
  }
  const [old, next] = [from, to].map((table) => new Map(columnsInOrder(table).map((each) => [each.name, each])));
  if (!old || !next) return { object: from };
  const key = keyOf(from, context);
  const why = unservable(old, next, key, context.successions);
  if (why) return why;
  const bridges = context.successions.map((succession) => bridgeOf(succession, endIn(old), endIn(next)));
  const bridged = new Set(bridges.flatMap(({ column, into }) => [column, ...into.map((each) => each.column)]));
  const own = new Set([...from.spec.columns, ...to.spec.columns].map(({ name }) => name));
  const layout = from.layout as unknown as TableLayout;
  const order = [...layout.columns, ...(to.layout as unknown as TableLayout).columns.filter((name) => !old.has(name))];
  const columns = order
    .filter((name) => own.has(name))
    .toSorted(byCodeUnit)
    .flatMap((name) =>
      servedColumn(old.get(name), next.get(name), { isBridged: bridged.has(name), isKey: key.has(name) }),
    );
  const isSame = equalJson(columns as unknown as Json, from.spec.columns as unknown as Json);
  const needs = [...new Set([...from.needs, ...to.needs])].sort(byCodeUnit);
  const object = isSame
    ? from
    : { ...from, needs, spec: { ...from.spec, columns }, layout: { ...layout, columns: order } as unknown as Json };
  return { object, beside: bridges.map((spec) => bridgeObject(bridgeKindName, object, spec)) };
}

function endIn(columns: Columns): (column: string) => BridgeEnd {
  return (column) => ({ column, text: quoteName(column), default: columns.get(column)?.default });
}

function keyOf({ address }: Table, { base }: ServeContext): ReadonlySet<string> {
  const keys = base.children(address).flatMap(({ spec }) => {
    const { type, definition = '' } = spec as { readonly type?: string; readonly definition?: string };
    return type === 'primary key' ? (keyParts(definition)?.columns ?? []) : [];
  });
  return new Set(keys);
}

function unservable(
  old: Columns,
  next: Columns,
  key: ReadonlySet<string>,
  successions: readonly Succession[],
): Impossible | undefined {
  for (const { column, into, back } of successions) {
    if (key.has(column)) {
      return {
        impossible: `${column} is of the primary key, which cannot be two columns at once`,
        hint: 'Rename it in a plan without --phase, together with its clients.',
      };
    }
    const other = into.find((each) => back === undefined && next.get(each.column)?.type !== old.get(column)?.type);
    if (other) return unlikeTypes(column, old.get(column)?.type, next.get(other.column)?.type);
  }
  for (const [name, before] of old) {
    const after = next.get(name);
    if (after && widerType(before.type, after.type) === undefined) return unlikeTypes(name, before.type, after.type);
    const why = after && unlikeValues(before, after);
    if (why) return why;
  }
  return undefined;
}

/** Where the server gives a value that clients of the other shape write, one of them is refused what it does. */
function unlikeValues(before: ColumnSpec, after: ColumnSpec): Impossible | undefined {
  const { name } = before;
  if ((before.generated === undefined) !== (after.generated === undefined)) {
    return {
      impossible: `${name} cannot be computed by the server and written by clients`,
      hint: `Give the new column another name and say what each is made of: \`-- @derived from=${quoteName(name)} as (…) back (…)\`.`,
    };
  }
  if (!after.identity || before.identity || before.default !== undefined) return undefined;
  return {
    impossible: `${name} cannot count by itself for new clients as long as old ones write it: their values would meet`,
    hint: 'Make it an identity in a plan without --phase, together with its clients.',
  };
}

function unlikeTypes(column: string, before: string | undefined, after: string | undefined): Impossible {
  return {
    impossible: `${column} cannot be ${before} and ${after} at once`,
    hint: `Give the new column another name and say what each is made of: \`-- @derived from=${quoteName(column)} as (…) back (…)\`.`,
  };
}

function servedColumn(
  before: ColumnSpec | undefined,
  after: ColumnSpec | undefined,
  { isBridged, isKey }: { readonly isBridged: boolean; readonly isKey: boolean },
): readonly ColumnSpec[] {
  if (!before) return after ? [leftOut(after, isBridged)] : [];
  if (!after) return [isKey ? before : nullable(before, isBridged)];
  if (isBridged) return [leftOut(before, true)];
  const type = widerType(before.type, after.type) ?? before.type;
  const { identity } = before;
  // What clients of either shape may write everybody may.
  const always = identity?.always === true && after.identity?.always === true;
  const served = { ...before, type, ...(identity && { identity: { ...identity, always } }) };
  const isComputed = before.generated ?? before.identity ?? after.generated ?? after.identity;
  const { default: fallback } = after;
  const withDefault =
    served.default === undefined && fallback !== undefined && !isComputed ? { ...served, default: fallback } : served;
  return [after.notNull || isKey ? withDefault : bare(withDefault)];
}

/** A new column as clients need it that leave it out. */
function leftOut(column: ColumnSpec, isBridged: boolean): ColumnSpec {
  if (!isBridged || column.generated || column.identity) return nullable(column, false);
  const { default: _, ...rest } = column;
  return nullable(rest, true);
}

function nullable(column: ColumnSpec, isBridged: boolean): ColumnSpec {
  const isFilled = column.default ?? column.generated ?? column.identity;
  return column.notNull && (isFilled === undefined || isBridged) ? bare(column) : column;
}

function bare({ notNullConstraint, ...column }: ColumnSpec): ColumnSpec {
  return { ...column, notNull: false };
}
