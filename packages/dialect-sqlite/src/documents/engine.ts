import type { DocumentNode, RenameHint } from '@sync/core';

/** The sections of a document that these kinds read: the same dialect under two names. */
export type SqliteEngine = 'sqlite' | 'rqlite';

/** The parts that every document of an object has. */
export interface ObjectDocument<K extends string> {
  readonly name: string;
  readonly renamedFrom?: DocumentNode;
  readonly seedData?: DocumentNode;
  /** The engine's own section. */
  readonly section: { readonly [field in K]?: DocumentNode };
  readonly sectionNode: DocumentNode;
  readonly isDeleted: boolean;
}

/** Reads the frame of a document: its name and the section for one engine; sections for other engines are theirs to read. */
export function readObject<K extends string>(
  spec: DocumentNode,
  engine: SqliteEngine,
  fields: readonly K[],
  more: readonly 'seedData'[] = [],
): ObjectDocument<K | 'isDeleted'> {
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
  if (!schema) return spec.fail('the schema is missing', `Write \`schema:\` with a section \`${engine}:\`.`);
  const engines = isRecord(schema.value) ? Object.keys(schema.value) : [];
  const sectionNode = schema.fields(engines)[engine];
  if (!sectionNode) return schema.fail(`there is no section ${engine}`);
  const section = sectionNode.fields<K | 'isDeleted'>([...fields, 'isDeleted']);
  const isDeleted = section.isDeleted?.boolean() ?? false;
  return {
    name: named,
    ...(renamedFrom && { renamedFrom }),
    ...(seedData && { seedData }),
    section,
    sectionNode,
    isDeleted,
  };
}

/** A field that must be there. */
export function required(node: DocumentNode | undefined, within: DocumentNode, field: string): DocumentNode {
  return node ?? within.fail(`${field} is missing`);
}

/** The rename of a whole object that `renamedFrom` declares. */
export function renameOf(name: string, from: DocumentNode | undefined): readonly RenameHint[] {
  return from ? [{ at: from.at, from: [nonEmpty(from, 'the old name')], to: [name] }] : [];
}

/** A text that is not empty. */
export function nonEmpty(node: DocumentNode, what: string): string {
  const text = node.text();
  return text === '' ? node.fail(`${what} is empty`) : text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
