import { type Address, type CarryContext, partsOf, type Rename, type SchemaObject } from '@sync/core';
import { foldName } from '../text/names.js';
import { speaksOf } from './names-in.js';
import { isTable } from './table/spec.js';

/**
 * SQLite rewrites the texts of views and triggers when it renames what they name. Which of the words mean a column depends on all that the text can see, so only
 * a text without the word is known to stay as it is.
 */
export function followInText<S>(object: SchemaObject<S>, rename: Rename): SchemaObject<S> | 'rewritten' {
  const isNamed =
    rename.of === 'object'
      ? speaksOf(object, [partsOf(rename.from).parts[0] ?? ''])
      : isAbout(object, rename.object) && speaksOf(object, [rename.from]);
  return isNamed ? 'rewritten' : object;
}

/** The same for a column that gets another spelling, which is no rename to anybody else. */
export function carryText<S>(object: SchemaObject<S>, { before, after }: CarryContext): SchemaObject<S> | 'rewritten' {
  const respelled = [...object.needs, ...(object.parent ? [object.parent] : [])].flatMap((address) => {
    const [from, to] = [before.get(address), after.get(address)];
    if (!isTable(from) || !isTable(to)) return [];
    const names = new Set(to.spec.columns.map(({ name }) => name));
    const folded = new Set(Array.from(names, foldName));
    return from.spec.columns.flatMap(({ name }) =>
      folded.has(foldName(name)) && !names.has(name) ? [foldName(name)] : [],
    );
  });
  return speaksOf(object, respelled) ? 'rewritten' : object;
}

function isAbout({ parent, needs }: SchemaObject, address: Address): boolean {
  return parent === address || needs.includes(address);
}
