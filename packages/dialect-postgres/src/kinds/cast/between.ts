import { type Address, address, type Catalogue, type Ref, type RenderContext } from '@sync/core';
import { baseType } from '../table/type-change.js';
import { type CastSpec, castName } from './spec.js';

/** A cast that somebody made between what two columns hold. */
export interface OwnCast {
  readonly spec: CastSpec;
  /** In the goal; in the base where it goes with the plan. */
  readonly address: Address;
  /** Whether it is there before anything runs. */
  readonly isThere: boolean;
  /** What it has to wait for, and what has to wait for it. */
  readonly after: readonly Ref[];
  readonly before: readonly Ref[];
}

/** Finds the cast by what the two types are stored as: the server looks through domains, and converts lists element by element. */
export function castBetween(
  from: string,
  to: string,
  { base, goal }: Pick<RenderContext, 'base' | 'goal'>,
): OwnCast | undefined {
  const [source, target] = [baseType(from), baseType(to)];
  if (source.list !== target.list || source.base === target.base) return undefined;
  const at = address('postgres/cast', castName({ source: source.base, target: target.base }));
  const [is, was] = [specIn(goal, at), specIn(base, at)];
  if (is) {
    return { spec: is, address: at, isThere: was !== undefined, after: [{ verb: 'create', address: at }], before: [] };
  }
  return was && { spec: was, address: at, isThere: true, after: [], before: [{ verb: 'drop', address: at }] };
}

function specIn(catalogue: Catalogue, at: Address): CastSpec | undefined {
  return catalogue.get(at)?.spec as CastSpec | undefined;
}

/** What a cast does to stored values, as the end of a sentence. */
export function lossOfCast({ function: called }: CastSpec): string | undefined {
  return called === undefined ? undefined : `converts stored values by the function ${called}`;
}
