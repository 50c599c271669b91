import { type Address, type Catalogue, partsOf, type Ref, type SchemaObject, tokenize, unquote } from '@sync/core';
import { postgresLexis } from '../../lexis.js';
import { bareName, type RoutineSpec } from './spec.js';

const indexes = new WeakMap<Catalogue, ReadonlyMap<string, readonly Address[]>>();

/**
 * What a body of text seems to name: a guess, since the server knows nothing of it, that only orders steps. A default that calls a function on rows that are there
 * works once the tables are there that the function reads.
 */
export function mentionsIn(routine: SchemaObject<RoutineSpec>, goal: Catalogue): readonly Ref[] {
  const { body } = routine.spec;
  if ('sql' in body || body.file !== undefined || routine.spec.language === 'internal') return [];
  const index = indexOf(goal);
  const words = new Set(
    tokenize(body.text, postgresLexis).flatMap((token) =>
      token.type === 'word' || token.type === 'quoted' ? [unquote(token, postgresLexis)] : [],
    ),
  );
  return [...words].flatMap((word) =>
    (index.get(word) ?? []).flatMap((at): readonly Ref[] =>
      at === routine.address ? [] : [{ verb: 'create', address: at }],
    ),
  );
}

function indexOf(catalogue: Catalogue): ReadonlyMap<string, readonly Address[]> {
  const known = indexes.get(catalogue);
  if (known) return known;
  const index = new Map<string, Address[]>();
  for (const object of catalogue) {
    if (object.parent !== undefined) continue;
    const name = object.kind.endsWith('function') || object.kind.endsWith('procedure') ? bare(object) : last(object);
    const same = index.get(name);
    if (same) same.push(object.address);
    else index.set(name, [object.address]);
  }
  indexes.set(catalogue, index);
  return index;
}

function bare(object: SchemaObject): string {
  return bareName(object as SchemaObject<RoutineSpec>);
}

function last({ address }: SchemaObject): string {
  return partsOf(address).parts.at(-1) ?? '';
}
