import { partsOf, type Rename } from '@sync/core';
import { renameRelationIn } from './rename-in.js';

/** A text that the server prints, after it has given a new name to what the text may name: it always writes names with their schemas. */
export function followName(text: string, rename: Extract<Rename, { of: 'object' }>): string {
  const from = partsOf(rename.from);
  const schema = from.parts.length > 1 ? (from.parts[0] ?? '') : 'public';
  const [old, next] = [from, partsOf(rename.to)].map(({ kind, parts }) => bare(kind, parts.at(-1) ?? ''));
  return renameRelationIn(text, schema, old ?? '', next ?? '');
}

const overloaded = new Set(['postgres/function', 'postgres/procedure', 'postgres/aggregate']);

function bare(kind: string, name: string): string {
  const types = overloaded.has(kind) ? name.indexOf('(', 1) : -1;
  return types < 0 ? name : name.slice(0, types);
}
