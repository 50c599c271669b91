import {
  type Address,
  type DocumentContent,
  type DocumentKind,
  type DocumentNode,
  type Json,
  type RenameHint,
  type SchemaObject,
  schemaObject,
} from '@sync/core';

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

/** A kind of document of which each says one object, and nothing besides. */
interface SoleObject<S, K extends string> {
  readonly document: string;
  readonly kind: string;
  readonly fields: readonly K[];
  /** What the document calls the object; without it, what the catalogue does. */
  readonly called?: (name: string) => string;
  /** What the catalogue calls it, of whose name its arguments are a part. It is read also of an object that is to go. */
  readonly named?: (name: string, section: Frame<K>['section']) => string;
  readonly address: (name: string) => Address;
  read(frame: Frame<K>): {
    readonly spec: S;
    readonly needs: readonly Address[];
    readonly warnings?: DocumentContent['warnings'];
  };
  /** Its section. */
  write(spec: S): { readonly [field: string]: Json };
}

/** Documents that declare one object each, by what is particular to their kind. */
export function soleObjectDocument<S, K extends string>(sole: SoleObject<S, K>): DocumentKind {
  const { document, kind, fields, called = (name) => name, named = (name) => name } = sole;
  return {
    document,
    read(node): DocumentContent {
      const frame = readFrame(node, fields);
      const { section, isDeleted, renames } = frame;
      const name = named(frame.name, section);
      if (isDeleted) return { objects: [], deleted: [[name]] };
      const { spec, needs, warnings } = sole.read(frame);
      const object: SchemaObject = schemaObject({ kind, address: sole.address(name), name, spec, needs });
      return { objects: [object], renames, ...(warnings && { warnings }) };
    },
    write: (catalogue) =>
      [...catalogue].flatMap((object) => {
        if (object.kind !== kind) return [];
        const name = called(object.name);
        const section = sole.write(object.spec as S);
        return [{ name: object.name, spec: { name, schema: { cassandra: section } }, covers: [object] }];
      }),
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
