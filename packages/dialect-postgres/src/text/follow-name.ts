import { type Address, partsOf, type Rename } from '@sync/core';
import { renameRelationIn } from './rename-in.js';

/** A text that the server prints, after it has given a new name to what the text may name: it always writes names with their schemas. */
export function followName(text: string, rename: Extract<Rename, { of: 'object' }>): string {
  const from = partsOf(rename.from);
  const schema = from.parts.length > 1 ? (from.parts[0] ?? '') : 'public';
  return renameRelationIn(text, schema, bareNameIn(rename.from), bareNameIn(rename.to));
}

const overloaded = new Set(['postgres/function', 'postgres/procedure', 'postgres/aggregate']);

/** The name that an address ends in, as texts have it: that of a function without the types that it takes. */
export function bareNameIn(at: Address): string {
  const { kind, parts } = partsOf(at);
  const [name = ''] = parts.slice(-1);
  const types = overloaded.has(kind) ? name.indexOf('(', 1) : -1;
  return types < 0 ? name : name.slice(0, types);
}
