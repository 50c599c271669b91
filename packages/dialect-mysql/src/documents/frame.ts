import type { DocumentNode, RenameHint } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { nonEmpty } from './text.js';

/** The parts that every document of an object has. */
export interface Frame<K extends string> {
  readonly name: string;
  readonly section: { readonly [field in K]?: DocumentNode };
  readonly sectionNode: DocumentNode;
  readonly isDeleted: boolean;
  readonly renames: readonly RenameHint[];
  readonly seedData?: DocumentNode;
}

/** Reads the frame of a document: its name, and the section for the engine; sections for other engines are theirs to read. */
export function readFrame<K extends string>(
  spec: DocumentNode,
  { sections }: Flavour,
  fields: readonly K[],
  more: readonly 'seedData'[] = [],
): Frame<K> {
  const { name, schema, renamedFrom, seedData } = spec.fields([
    ...(['database', 'name', 'requires', 'schema', 'renamedFrom'] as const),
    ...more,
  ]);
  const named = name?.text() || spec.fail('the name is missing', 'Write `name:` in the spec.');
  const [best = ''] = sections;
  if (!schema) return spec.fail('the schema is missing', `Write \`schema:\` with a section \`${best}:\`.`);
  const found = schema.fields(Object.keys(Object(schema.value)));
  const sectionNode = sections.flatMap((section) => found[section] ?? [])[0];
  if (!sectionNode) return schema.fail(`there is no section ${best}`);
  const section = sectionNode.fields<K | 'isDeleted'>([...fields, 'isDeleted']);
  return {
    name: named,
    section,
    sectionNode,
    isDeleted: section.isDeleted?.boolean() ?? false,
    renames: renamesOf([named], renamedFrom),
    ...(seedData && { seedData }),
  };
}

/** The rename that a `renamedFrom` declares for what is at this path. */
export function renamesOf(path: readonly string[], from: DocumentNode | undefined): readonly RenameHint[] {
  return from ? [{ at: from.at, from: [...path.slice(0, -1), nonEmpty(from, 'the old name')], to: path }] : [];
}
