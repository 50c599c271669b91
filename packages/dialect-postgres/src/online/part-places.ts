import {
  type Address,
  address,
  partsOf,
  type Ref,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
} from '@sync/core';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import { indexBeside, partAddresses, partsOfIndex } from '../kinds/index/part-addresses.js';
import type { TableSpec } from '../kinds/table/spec.js';
import { aside, newName } from './marks.js';
import { leavesOf, type Partition, partitionsOf } from './partitions.js';
import { besideIndex, exchanged } from './replaced.js';

type Table = SchemaObject<TableSpec>;

/** Where the parts of an index of a partitioned table are. */
export interface PartPlaces {
  /** Where that of a partition lies in the end. */
  place(partition: Table): Address;
  /** Where it is built: beside that of an index which it takes the place of. */
  building(partition: Table): Address;
}

/** Where the parts of a partitioned table's index, or of its key's, lie: called as the desired state has them, which a server named, wherever nothing else may be called so. */
function partPlaces(whole: SchemaObject, isExchanged: boolean, context: RenderContext): PartPlaces {
  const wanted = partsOfIndex(whole);
  const isReplaced = context.change(whole.address)?.verb === 'replace';
  const others = [...context.base].filter((each) => !isReplaced || context.moved(each.address) !== whole.address);
  const taken = new Set(others.flatMap((each) => namesOf(each, context)));
  const places = new Map<Address, Address>();
  const choose = (partition: Table): Address => {
    const name = wanted[partition.address];
    const at = name === undefined ? undefined : indexBeside(partition.address, name);
    if (at !== undefined && !taken.has(at) && !mayBeTaken(partition, name ?? '', others, context)) return at;
    return free(partition, aside(`${partition.name}_`, whole.name), taken);
  };
  const place = (partition: Table): Address => {
    const known = places.get(partition.address) ?? choose(partition);
    places.set(partition.address, known);
    return known;
  };
  return { place, building: (partition) => (isExchanged ? besideIndex(place(partition), newName) : place(partition)) };
}

/** Steps that build parts, which nobody needs until they are joined. */
interface Parts {
  readonly builds: readonly StepDraft[];
  readonly join: StepDraft;
}

/**
 * Builds the parts of an index, or key, and joins them: beside those of another one of its name, where it takes the place of that, so that statements never lack both.
 * Undefined where the partitions are others after the plan, or the server makes no such thing of indexes.
 */
export function buildParts(
  whole: SchemaObject,
  context: RenderContext,
  build: (partitions: readonly Partition[], places: PartPlaces) => Parts | undefined,
): readonly StepDraft[] | undefined {
  const partitions = partitionsOf(whole.parent as Address, context);
  if (!partitions) return undefined;
  const leaves = leavesOf(partitions);
  const replaces = exchanged(whole, context) !== undefined;
  const beside = partPlaces(whole, replaces, context);
  const isExchanged = replaces && !leaves.some((leaf) => context.goal.has(beside.building(leaf)));
  const parts = build(partitions, isExchanged ? beside : partPlaces(whole, false, context));
  if (!parts) return undefined;
  const builds = parts.builds.map((step, i): StepDraft => {
    const after = leaves.slice(i, i + 1).flatMap((leaf): readonly Ref[] => {
      return [beside.building(leaf), beside.place(leaf)].map((at) => ({ verb: 'drop', address: at }));
    });
    return { ...step, after, ...(isExchanged && { early: true }) };
  });
  return [...builds, parts.join];
}

function free(partition: Table, name: string, taken: ReadonlySet<Address>): Address {
  for (let count = 0; ; count++) {
    const at = indexBeside(partition.address, count === 0 ? name : aside(`${count}_`, name));
    if (!taken.has(at)) return at;
  }
}

/** What of the names of relations an object takes, as those of indexes. One that a run which was stopped left goes before what is to be called so. */
function namesOf(object: SchemaObject, { change }: RenderContext): readonly Address[] {
  const { kind, parts } = partsOf(object.address);
  const below = partAddresses(object);
  if (kind === 'index' && change(object.address)?.verb === 'drop') return below;
  if (relations.has(kind)) return [address('index', ...parts), ...below];
  if (kind !== 'postgres/constraint' || !indexed.has((object.spec as ConstraintSpec).type)) return below;
  return [address('index', ...parts.slice(0, -2), object.name), ...below];
}

const relations: ReadonlySet<string> = new Set([
  'table',
  'view',
  'index',
  'sequence',
  'postgres/materialized-view',
  'postgres/foreign-table',
  'postgres/composite-type',
]);

const indexed: ReadonlySet<string> = new Set(['primary key', 'unique', 'exclusion']);

/** Whether the part of another index is called so where the base is built anew, as for a proof, though it is not in the target: the server names it there. */
function mayBeTaken(
  partition: Table,
  name: string,
  others: readonly SchemaObject[],
  { goal, change, origin, moved }: RenderContext,
): boolean {
  return others.some((other) => {
    const real = partsOfIndex(other)[origin(partition.address)];
    if (real === undefined) return false;
    const stays = goal.get(moved(other.address));
    const verb = stays && change(stays.address)?.verb;
    const named = stays && verb !== 'replace' ? partsOfIndex(stays)[partition.address] : undefined;
    if (named === undefined) return !usual.test(real);
    return named !== real && stemOf(named) === stemOf(name);
  });
}

/** How the server's own names end. */
const usual = /_(idx|key|pkey|excl)\d*$/;

function stemOf(name: string): string {
  return name.replace(/\d+$/, '');
}
