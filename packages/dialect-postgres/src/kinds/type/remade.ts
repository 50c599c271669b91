import {
  type Address,
  address,
  byCodeUnit,
  type Catalogue,
  type Delta,
  partsOf,
  type Ref,
  type RenderContext,
  type SchemaObject,
  type Statement,
} from '@sync/core';
import { quoteName } from '../../text/names.js';
import { qualifiedAt, shown } from '../../text/qualified.js';
import { remakesType } from './remakes-type.js';
import { isTypeOver, typesOver } from './uses.js';

/** What tells which types are made anew. */
export type RemadeContext = Pick<RenderContext, 'base' | 'change' | 'moved'>;

/** Types that are made of one that is made anew are made anew after it, and so on: they would stay made of the old one. */
export function remakesOver(type: SchemaObject, base: Catalogue): ReadonlyMap<Address, readonly Delta[]> {
  const delta: Delta = { type: 'change-parts', path: ['parts', shown(type)], to: 'made anew' };
  return new Map(typesOver(type, base).map((over) => [over.address, [delta]]));
}

/** What a type is called while the new one of its name is there already. */
function asideName(name: string): string {
  return `_schema_sync_old_${name}`;
}

/** Puts a type, or a collation, aside, so that the new one can be made. */
export function putAside({ address: at, name }: SchemaObject): Statement {
  return { text: `ALTER ${keywordOf(at)} ${qualifiedAt(at)} RENAME TO ${quoteName(asideName(name))}` };
}

/** Drops a type, or a collation, that was put aside. */
export function dropAside({ address: at }: Pick<SchemaObject, 'address'>): Statement {
  const { kind, parts } = partsOf(at);
  const old = address(kind, ...parts.slice(0, -1), asideName(parts.at(-1) ?? ''));
  return { text: `DROP ${keywordOf(at)} ${qualifiedAt(old)}` };
}

/**
 * Drops what was put aside: a type once nothing is made of it any more, which is after the last of those that are made of it. Which of them that is all of them agree on:
 * what is made of more comes later.
 */
export function dropAsides(
  type: SchemaObject,
  context: RemadeContext,
): { readonly sql: readonly Statement[]; readonly after: readonly Ref[] } {
  const { base, moved } = context;
  const order = (a: SchemaObject, b: SchemaObject) =>
    depthOf(a, base) - depthOf(b, base) || byCodeUnit(a.address, b.address);
  const dropped = [type, ...madeFrom(type, context)].filter((each) => {
    const last = [...madeInto(each, context)].sort(order).at(-1);
    return (last ?? each).address === type.address;
  });
  const others = new Map(
    dropped.flatMap((each) => madeInto(each, context)).map((each) => [each.address, each] as const),
  );
  others.delete(type.address);
  return {
    sql: dropped
      .filter(({ kind }) => kind !== 'postgres/range-type')
      .sort((a, b) => order(b, a))
      .map((each) => dropAside({ address: moved(each.address) })),
    after: [...others.keys()].map((at) => ({ verb: 'alter', address: moved(at) })),
  };
}

const keywords: Readonly<Record<string, string>> = {
  'postgres/domain': 'DOMAIN',
  'postgres/collation': 'COLLATION',
};

function keywordOf(at: Address): string {
  return keywords[partsOf(at).kind] ?? 'TYPE';
}

/** Whether a type is made anew in a plan. */
export function isRemade({ address: at }: SchemaObject, { change, moved }: RemadeContext): boolean {
  const found = change(moved(at));
  return found !== undefined && remakesType(found);
}

/** The types made anew in the same plan that are made of this one, at whatever depth. */
export function madeInto(type: SchemaObject, context: RemadeContext): readonly SchemaObject[] {
  const found = new Map<Address, SchemaObject>();
  const queue = [type];
  for (const each of queue) {
    for (const over of typesOver(each, context.base)) {
      if (found.has(over.address) || !isRemade(over, context)) continue;
      found.set(over.address, over);
      queue.push(over);
    }
  }
  return [...found.values()];
}

/** The types made anew in the same plan that this one is made of, at whatever depth. */
export function madeFrom(type: SchemaObject, context: RemadeContext): readonly SchemaObject[] {
  const found = new Map<Address, SchemaObject>();
  const queue = [type];
  for (const each of queue) {
    for (const under of typesUnder(each, context.base)) {
      if (found.has(under.address) || !isRemade(under, context)) continue;
      found.set(under.address, under);
      queue.push(under);
    }
  }
  return [...found.values()];
}

/** What types are made of that is made of none. */
const lowest: ReadonlySet<string> = new Set(['postgres/enum', 'postgres/collation']);

function typesUnder({ needs }: SchemaObject, base: Catalogue): readonly SchemaObject[] {
  return needs.flatMap((need) => {
    const found = base.get(need);
    return found && (lowest.has(found.kind) || isTypeOver(found)) ? [found] : [];
  });
}

const depths = new WeakMap<Catalogue, Map<Address, number>>();

/** How many types stand under a type, at most, with itself. */
export function depthOf(type: SchemaObject, base: Catalogue): number {
  let known = depths.get(base);
  if (!known) {
    known = new Map();
    depths.set(base, known);
  }
  let depth = known.get(type.address);
  if (depth === undefined) {
    depth = 1 + Math.max(0, ...typesUnder(type, base).map((under) => depthOf(under, base)));
    known.set(type.address, depth);
  }
  return depth;
}
