import { type Address, partsOf, type Rename } from '@sync/core';
import { renameClassIn, renameRelationIn } from './rename-in.js';

/** A text that the server prints, after it has given a new name to what the text may name: it always writes names with their schemas. */
export function followName(text: string, rename: Extract<Rename, { of: 'object' }>): string {
  const from = partsOf(rename.from);
  const schema = from.parts.length > 1 ? (from.parts[0] ?? '') : 'public';
  const [old, next] = [bareNameIn(rename.from), bareNameIn(rename.to)];
  const renamed = renameRelationIn(text, schema, old, next);
  return byValue.has(from.kind) ? renameClassIn(renamed, schema, old, next) : renamed;
}

/** What expressions name by a value: `to_tsvector('public.c'::regconfig, body)`. */
const byValue = new Set(['postgres/text-search-configuration', 'postgres/text-search-dictionary']);

const overloaded = new Set(['postgres/function', 'postgres/procedure', 'postgres/aggregate']);

/** The name that an address ends in, as texts have it: that of a function without the types that it takes. */
export function bareNameIn(at: Address): string {
  const { kind, parts } = partsOf(at);
  const [name = ''] = parts.slice(-1);
  const types = overloaded.has(kind) ? name.indexOf('(', 1) : -1;
  return types < 0 ? name : name.slice(0, types);
}
