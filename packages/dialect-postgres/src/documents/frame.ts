import {
  type Address,
  address,
  type DocumentNode,
  type RenameHint,
  type SchemaObject,
  schemaObject,
  tokenize,
  unquote,
} from '@sync/core';
import { postgresLexis } from '../lexis.js';
import { nonEmpty } from './text.js';

/** The sections of a document that these kinds read: relatives of one engine. */
export type PostgresEngine = 'postgres' | 'cockroachdb' | 'timescaledb';

/** The parts that every document of an object has. */
export interface Frame<K extends string> {
  readonly name: string;
  /** Where the object lies: the qualifier of its address, empty for the schema that goes without saying. */
  readonly prefix: readonly string[];
  readonly section: { readonly [field in K]?: DocumentNode };
  readonly sectionNode: DocumentNode;
  readonly isDeleted: boolean;
  /** The schema that the object lies in, where it is one that has to be made. */
  readonly implied: readonly SchemaObject[];
  readonly renames: readonly RenameHint[];
  readonly seedData?: DocumentNode;
}

/** Reads the frame of a document: its name, and the section for one engine, which says in which schema it lies; sections for other engines are theirs to read. */
export function readFrame<K extends string>(
  spec: DocumentNode,
  engine: PostgresEngine,
  fields: readonly K[],
  more: readonly ('seedData' | 'removeOnDeletion')[] = [],
): Frame<K> {
  const all = spec.fields(['database', 'name', 'requires', 'schema', 'renamedFrom', ...more]);
  const { name, schema, renamedFrom, seedData } = all;
  const named = name?.text() || spec.fail('the name is missing', 'Write `name:` in the spec.');
  if (!schema) return spec.fail('the schema is missing', `Write \`schema:\` with a section \`${engine}:\`.`);
  const sectionNode = schema.fields(Object.keys(Object(schema.value)))[engine];
  if (!sectionNode) return schema.fail(`there is no section ${engine}`);
  const section = sectionNode.fields<K | 'isDeleted' | 'schema'>([...fields, 'isDeleted', 'schema']);
  const { prefix, implied } = placeOf(section.schema);
  return {
    name: named,
    prefix,
    section,
    sectionNode,
    isDeleted: section.isDeleted?.boolean() ?? false,
    implied,
    renames: movesOf([...prefix, named], renamedFrom),
    ...(seedData && { seedData }),
  };
}

/** Where an object lies, by a field that may be missing or empty. */
export function placeOf(schema: DocumentNode | undefined): Pick<Frame<never>, 'prefix' | 'implied'> {
  const name = schema?.text() ?? '';
  if (name === '' || name === 'public') return { prefix: [], implied: [] };
  return {
    prefix: [name],
    implied: [schemaObject({ kind: 'schema', address: address('schema', name), name, spec: {} })],
  };
}

/** What an object in this place needs. */
export function needsOfPlace(prefix: readonly string[]): readonly Address[] {
  return prefix.map((schema) => address('schema', schema));
}

/** A field that must be there. */
export function required(node: DocumentNode | undefined, within: DocumentNode, field: string): DocumentNode {
  return node ?? within.fail(`${field} is missing`);
}

/** The rename that a `renamedFrom` declares for an object, which may have been in another schema: `old.people`; a name with a dot in it stands in double quotes. */
function movesOf(path: readonly string[], from: DocumentNode | undefined): readonly RenameHint[] {
  if (!from) return [];
  const names = pathIn(nonEmpty(from, 'the old name'));
  if (path.length > 1 && names.length === 1 && names[0] === path.at(-1))
    from.fail(
      `${path.join('.')} is said to have been called so: a name alone lies in the schema of the new one, write the old one before it`,
    );
  return names.length < 2 ? renamesOf(path, from) : [{ at: from.at, from: names, to: path }];
}

/** The names of a path; one alone is taken as it is written. */
function pathIn(text: string): readonly string[] {
  const tokens = tokenize(text, postgresLexis);
  const isPath =
    tokens.length === 3 &&
    tokens.every(({ type, text: part }, i) => (i === 1 ? part === '.' : type === 'quoted' || type === 'word'));
  return isPath ? tokens.flatMap((token, i) => (i === 1 ? [] : [unquote(token, postgresLexis)])) : [text];
}

/** The rename that a `renamedFrom` declares for what is at this path. */
export function renamesOf(path: readonly string[], from: DocumentNode | undefined): readonly RenameHint[] {
  return from ? [{ at: from.at, from: [...path.slice(0, -1), nonEmpty(from, 'the old name')], to: path }] : [];
}

/** Spreads a field only where it says something. */
export function flag<K extends string>(name: K, node: DocumentNode | undefined): { readonly [field in K]?: true } {
  return node?.boolean() ? ({ [name]: true } as { readonly [field in K]?: true }) : {};
}
