import type { DocumentNode, RenameHint } from '@sync/core';

/** What every document of an object has. */
export interface Frame<K extends string> {
  readonly name: string;
  readonly section: { readonly [field in K]?: DocumentNode };
  readonly sectionNode: DocumentNode;
  readonly isDeleted: boolean;
  readonly renames: readonly RenameHint[];
  readonly seedData?: DocumentNode;
}

/** Reads the name and the section for Cassandra; sections for other engines are theirs to read. */
export function readFrame<K extends string>(
  spec: DocumentNode,
  fields: readonly K[],
  more: readonly 'seedData'[] = [],
): Frame<K | 'isDeleted'> {
  const { name, schema, renamedFrom, seedData } = spec.fields([
    'database',
    'name',
    'requires',
    'schema',
    'renamedFrom',
    ...more,
  ]);
  const named = name?.text() ?? '';
  if (named === '') spec.fail('the name is missing', 'Write `name:` in the spec.');
  if (!schema) return spec.fail('the schema is missing', 'Write `schema:` with a section `cassandra:`.');
  const engines = Object.keys((schema.value ?? {}) as object);
  const sectionNode = schema.fields(engines).cassandra ?? schema.fail('there is no section cassandra');
  const section = sectionNode.fields<K | 'isDeleted'>([...fields, 'isDeleted']);
  return {
    name: named,
    section,
    sectionNode,
    isDeleted: section.isDeleted?.boolean() ?? false,
    renames: renamedFrom ? [{ at: renamedFrom.at, from: [nonEmpty(renamedFrom, 'the old name')], to: [named] }] : [],
    ...(seedData && { seedData }),
  };
}

/** A field that must be there. */
export function required(node: DocumentNode | undefined, within: DocumentNode, field: string): DocumentNode {
  return node ?? within.fail(`${field} is missing`);
}

/** A text that is not empty. */
export function nonEmpty(node: DocumentNode, what: string): string {
  const text = node.text();
  return text === '' ? node.fail(`${what} is empty`) : text;
}
