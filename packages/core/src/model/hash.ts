import { hash as digest } from 'node:crypto';
import { byCodeUnit } from './address.js';
import { canonicalJson } from './json.js';
import type { SchemaObject } from './object.js';

declare const brand: unique symbol;

/** A SHA-256 in hex. */
export type Hash = string & { readonly [brand]: 'Hash' };

/** Hashes a text. */
export function hashText(text: string): Hash {
  return digest('sha256', text) as Hash;
}

const known = new WeakMap<SchemaObject, Hash>();

/** The hash of one object: its kind, address, spec and extras. Computed when first asked for. */
export function hashOf(object: SchemaObject): Hash {
  const seen = known.get(object);
  if (seen) return seen;
  const { kind, address, spec, extras, parent } = object;
  const hash = hashText(canonicalJson({ kind, address, parent, spec, extras }));
  known.set(object, hash);
  return hash;
}

/** The hash of a whole set of objects, whatever order they come in. */
export function rootHash(objects: Iterable<SchemaObject>): Hash {
  const lines = Array.from(objects, (object) => `${object.address}\n${hashOf(object)}`).sort(byCodeUnit);
  return hashText(lines.join('\n'));
}
