import { partsOf, type SchemaObject } from '@sync/core';

/** The schema that an object lies in, or is. What lies in a table or on one begins with the schema of that. */
export function schemaOf({ kind, address, parent }: Pick<SchemaObject, 'kind' | 'address' | 'parent'>): string {
  const { parts } = partsOf(parent ?? address);
  const [first = 'public'] = parts;
  return kind === 'schema' || parts.length > 1 ? first : 'public';
}
