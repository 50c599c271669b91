import { type Address, partsOf, type SchemaObject } from '@sync/core';
import { quotePath } from './names.js';

/** The full name of what lives in a schema, as SQL: from its address, in which the scope's own schema is left out. */
export function qualifiedAt(at: Address): string {
  const { parts } = partsOf(at);
  const [name = ''] = parts.slice(-1);
  return quotePath(parts.length > 1 ? (parts[0] ?? '') : 'public', name);
}

/** The full name of an object that lives in a schema, as SQL. */
export function qualified(object: Pick<SchemaObject, 'address'>): string {
  return qualifiedAt(object.address);
}

/** The names of an object as people write them: without the schema where that goes without saying. */
export function pathOf(object: Pick<SchemaObject, 'address'>): readonly string[] {
  return partsOf(object.address).parts;
}

/** The kind and the name of what is at an address, as people say them: `foreign table app.t`. */
export function titled(at: Address): string {
  return `${wordsOf(partsOf(at).kind)} ${shown({ address: at })}`;
}

/** A kind as people say it: `foreign table`. */
export function wordsOf(kind: string): string {
  return kind.replace(/^postgres\//, '').replaceAll('-', ' ');
}

/** The name of an object as people write it: without the schema where that goes without saying. */
export function shown(object: Pick<SchemaObject, 'address'>): string {
  return partsOf(object.address).parts.join('.');
}
