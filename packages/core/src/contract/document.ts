import type { Catalogue } from '../model/catalogue.js';
import type { Json } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { RenameHint } from './change.js';
import type { DocumentNode } from './node.js';

/** Rows that a document declares beside the schema. */
export interface Seed {
  /** The table's name. */
  readonly table: string;
  /** The columns that identify a row. */
  readonly key: readonly string[];
  readonly rows: readonly Readonly<Record<string, Json>>[];
}

/** What one declarative document stands for. */
export interface DocumentContent {
  readonly objects: readonly SchemaObject[];
  /** Renames that the document declares (`renamedFrom`). */
  readonly renames?: readonly RenameHint[];
  /** Names of what the document declares as gone (`isDeleted`). They are absent from the goal; one that something else defines is refused. */
  readonly deleted?: readonly string[];
  readonly seeds?: readonly Seed[];
  /** Fields that were read and mean nothing to the engine, each with its place. */
  readonly warnings?: readonly { readonly at: string; readonly message: string }[];
}

/** Reads and writes one kind of declarative document for one engine. */
export interface DocumentKind {
  /** The document's `kind`: `Table`, `View`. */
  readonly document: string;
  /** Reads a document's spec. Strict: an unknown field is an error with file and line; the node does that. */
  read(spec: DocumentNode): DocumentContent;
  /** The documents (their `spec`s) for the objects of a catalogue that this kind covers; the addresses it covered. */
  write(
    catalogue: Catalogue,
  ): readonly { readonly name: string; readonly spec: Json; readonly covers: readonly SchemaObject[] }[];
}
