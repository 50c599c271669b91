import { partsOf, type SchemaObject } from '@sync/core';

/** Kinds whose objects are of the whole database. */
const databaseWide = new Set([
  'postgres/extension',
  'postgres/event-trigger',
  'postgres/publication',
  'postgres/server',
]);

/** The schema that an object lies in, or is; undefined for one of the whole database. What lies in a table or on one begins with the schema of that. */
export function schemaOf({
  kind,
  address,
  parent,
}: Pick<SchemaObject, 'kind' | 'address' | 'parent'>): string | undefined {
  if (databaseWide.has(kind)) return undefined;
  const { parts } = partsOf(parent ?? address);
  const [first = 'public'] = parts;
  return kind === 'schema' || parts.length > 1 ? first : 'public';
}
