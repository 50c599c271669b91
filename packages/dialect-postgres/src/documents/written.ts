import { address, type Catalogue, type DocumentKind, type Json, partsOf, type SchemaObject } from '@sync/core';

/** One object as the spec of a document. */
export type WrittenObject = ReturnType<DocumentKind['write']>[number];

/** The fields of a section. */
export type Fields = { readonly [field: string]: Json | undefined };

/** A list, where there is something in it. */
export function listed(field: string, items: readonly Json[]): Fields {
  return items.length > 0 ? { [field]: items } : {};
}

/** The schema of an object, where it has to be said. */
export function placed(object: SchemaObject): Fields {
  const { parts } = partsOf(object.address);
  return parts.length > 1 ? { schema: parts[0] } : {};
}

/** The schema of an object that a document names, which is made for it. */
export function schemaOfDocument(object: SchemaObject, catalogue: Catalogue): readonly SchemaObject[] {
  const { parts } = partsOf(object.address);
  const schema = parts.length > 1 ? catalogue.get(address('schema', parts[0] ?? '')) : undefined;
  return schema ? [schema] : [];
}

/** Storage parameters as a mapping. */
export function writeParameters(options: readonly string[] | undefined): Fields {
  if (!options || options.length === 0) return {};
  const entries = options.map((option) => {
    const at = option.indexOf('=');
    return [option.slice(0, at), option.slice(at + 1)] as const;
  });
  return { with: Object.fromEntries(entries) };
}
