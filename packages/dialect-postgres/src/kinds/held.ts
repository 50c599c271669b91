import {
  type Address,
  append,
  type Change,
  type Delta,
  type Found,
  type Impossible,
  type Json,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
} from '@sync/core';
import { holders } from '../read/parts/holders.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { shown } from '../text/qualified.js';
import { withBeside } from './beside.js';
import { remakesType } from './type/remakes-type.js';

const kinds: ReadonlySet<string> = new Set([
  'postgres/enum',
  'postgres/domain',
  'postgres/composite-type',
  'postgres/range-type',
  'postgres/function',
  'postgres/procedure',
  'postgres/aggregate',
]);

/** A kind whose objects cannot go, or be made anew, while something stands on them that no kind covers: that is said before anything runs. */
export function held<S, D extends Delta>(kind: ObjectKind<S, D>): ObjectKind<S, D> {
  if (!kinds.has(kind.kind)) return kind;
  return {
    ...kind,
    inspect: (reading) => withHolders(kind.inspect(reading), reading),
    render: (change, context) =>
      inTheWay(change as Exclude<Change, { verb: 'replace' }>, kind.title ?? kind.kind, context) ??
      kind.render(change, context),
  };
}

function inTheWay(
  change: Exclude<Change, { verb: 'replace' }>,
  title: string,
  { base, goal, origin, moved }: RenderContext,
): Impossible | undefined {
  if (change.verb !== 'drop' && !(change.verb === 'alter' && remakesType(change))) return undefined;
  const from = base.get(origin(change.address)) ?? change.from;
  const to = goal.get(moved(change.address));
  // The way back begins with a state that nobody has read from the target, and ends with the one that was.
  const standing = holdersOf(from).length > 0 || !to ? holdersOf(from) : holdersOf(to);
  if (standing.length === 0) return undefined;
  return {
    impossible: `${standing.join(', ')} ${standing.length > 1 ? 'stand' : 'stands'} on ${title} ${shown(from)}, which would have to go, and no plan covers that`,
    hint: `Drop it yourself first and create it again afterwards, or keep ${title} ${shown(from)} as it is.`,
  };
}

function holdersOf({ layout }: SchemaObject): readonly string[] {
  return (layout as { readonly heldBy?: readonly string[] } | undefined)?.heldBy ?? [];
}

async function* withHolders<S>(
  found: AsyncIterable<Found<S>> | Iterable<Found<S>>,
  reading: Reading,
): AsyncGenerator<Found<S>> {
  const catalogue = await readCatalogue(reading);
  const all = new Map<Address, Json[]>();
  for (const row of catalogue.rows(holders)) {
    const at = catalogue.addressOf(row.catalogue, row.oid);
    if (at !== undefined) append(all, at, row.what);
  }
  yield* withBeside(found, 'heldBy', all);
}
