import { type Address, byCodeUnit, type Ref, type RenderContext } from '@sync/core';
import type { Heir, Lineage } from './heirs.js';

/** What heirs have from above, and what becomes of it in each. */
export interface Part {
  readonly among: Lineage;
  keeps(heir: Heir): boolean;
  loses(heir: Heir): boolean;
  /** Whether a heir has it of itself, too. */
  defines(heir: Heir): boolean;
  /** The change that takes it from a table that is at the top of those that lose it. */
  dropOf(table: Address): Ref | undefined;
}

/** A table that has to be told to drop something: by itself where one below is to keep that, otherwise with those below. */
export interface Drop {
  readonly at: Address;
  readonly only: boolean;
  /** Whether what was above may have taken it along. */
  readonly mayBeGone: boolean;
}

/** What one table has to tell, in order, and the drops of other tables that have to come first. */
export interface DropsBelow {
  readonly drops: readonly Drop[];
  readonly after: readonly Ref[];
}

/**
 * The drops that take something from a table and all that lose it with that one; a table comes after all that it has it from. What an heir has from several tables that
 * drop it, the server takes from it only once none of them has it: the last of them tells it.
 */
export function dropsBelow(table: Address, part: Part, context: RenderContext): DropsBelow {
  const family = familyOf(rootsBeside(table, part, context), part, context);
  const told = new Set([table]);
  const tellers = new Map<Address, ReadonlySet<Address>>();
  const above = new Set<Address>();
  for (const { at, only } of family) {
    const own = part.dropOf(at) ? [at] : [];
    tellers.set(at, new Set([...(tellers.get(at) ?? []), ...own]));
    for (const heir of losing(at, part, context)) {
      const { address } = heir.is;
      if (only || part.defines(heir)) told.add(address);
      above.add(address);
      tellers.set(address, new Set([...(tellers.get(address) ?? []), ...(tellers.get(at) ?? [])]));
    }
  }
  const last = lastBy(part, context);
  const drops = family.filter(({ at }) => {
    const all = tellers.get(at) ?? new Set();
    return told.has(at) && (at === table || (!part.dropOf(at) && last(all) === table));
  });
  const others = new Set(drops.flatMap(({ at }) => [...(tellers.get(at) ?? [])]));
  others.delete(table);
  return {
    drops: drops.map(({ at, only }) => ({ at, only, mayBeGone: above.has(at) })),
    after: [...others].flatMap((other) => part.dropOf(other) ?? []),
  };
}

function losing(table: Address, part: Part, context: RenderContext): readonly Heir[] {
  return part.among.below(table, context).filter((heir) => part.loses(heir));
}

/** The tables that are told by their own changes to drop it and have an heir in common with one of them, with that one. */
function rootsBeside(table: Address, part: Part, context: RenderContext): readonly Address[] {
  const seen = new Set<Address>();
  const up = (at: Address): void => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const above of part.among.above(at, context)) up(above);
  };
  const visited = new Set<Address>();
  const down = (at: Address): void => {
    if (visited.has(at)) return;
    visited.add(at);
    up(at);
    for (const { is } of losing(at, part, context)) down(is.address);
  };
  down(table);
  return [table, ...[...seen].filter((at) => at !== table && part.dropOf(at))];
}

/** Tables with all that lose it with them, each after those that it has it from. */
function familyOf(roots: readonly Address[], part: Part, context: RenderContext): readonly Pick<Drop, 'at' | 'only'>[] {
  const found = new Map<Address, Pick<Drop, 'at' | 'only'>>();
  const order: Pick<Drop, 'at' | 'only'>[] = [];
  const visit = (at: Address): Pick<Drop, 'at' | 'only'> => {
    const known = found.get(at);
    if (known) return known;
    const below = losing(at, part, context).map(({ is }) => visit(is.address));
    const drop = {
      at,
      only: below.some(({ only }) => only) || part.among.below(at, context).some((heir) => part.keeps(heir)),
    };
    found.set(at, drop);
    order.unshift(drop);
    return drop;
  };
  for (const root of roots) visit(root);
  return order;
}

/** Which of some tables tells last: the one furthest down, whatever is dropped, so that no two wait for each other. */
function lastBy({ among }: Part, context: RenderContext): (tables: ReadonlySet<Address>) => Address | undefined {
  const depths = new Map<Address, number>();
  const depth = (at: Address): number => {
    const known = depths.get(at);
    if (known !== undefined) return known;
    const found = Math.max(0, ...among.above(at, context).map((above) => depth(above) + 1));
    depths.set(at, found);
    return found;
  };
  return (tables) => [...tables].sort((a, b) => depth(b) - depth(a) || byCodeUnit(b, a))[0];
}
