import { type Address, partsOf, type Rename } from '@sync/core';
import { routineKinds } from './kind-groups.js';
import { type QualifiedName, renameBroughtIn, renameClassIn, renameRelationIn, renameSchemaIn } from './rename-in.js';

/** A text that the server prints, after it has given a new name to what the text may name: it always writes names with their schemas. */
export function followName(text: string, rename: Extract<Rename, { of: 'object' }>): string {
  if (rename.brought) return renameBroughtIn(text, rename.brought);
  if (partsOf(rename.from).kind === 'schema') return renameSchemaIn(text, bareNameIn(rename.from), rename.name);
  const [old, next] = [qualifiedNameIn(rename.from), qualifiedNameIn(rename.to)];
  const renamed = renameRelationIn(text, old, next);
  return byValue.has(partsOf(rename.from).kind) ? renameClassIn(renamed, old, next) : renamed;
}

/** The name that an address ends in, with its schema. */
export function qualifiedNameIn(at: Address): QualifiedName {
  const { parts } = partsOf(at);
  return [parts.length > 1 ? (parts[0] ?? '') : 'public', bareNameIn(at)];
}

/** What expressions name by a value: `to_tsvector('public.c'::regconfig, body)`. */
const byValue = new Set(['postgres/text-search-configuration', 'postgres/text-search-dictionary']);

/** The name that an address ends in, as texts have it: that of a function without the types that it takes. */
export function bareNameIn(at: Address): string {
  const { kind, parts } = partsOf(at);
  const [name = ''] = parts.slice(-1);
  const types = routineKinds.has(kind) ? name.indexOf('(', 1) : -1;
  return types < 0 ? name : name.slice(0, types);
}
