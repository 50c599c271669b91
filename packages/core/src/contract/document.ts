import type { Catalogue } from '../model/catalogue.js';
import type { Json } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { RenameHint } from './change.js';
import type { DocumentNode } from './node.js';

/** Rows that a document declares beside the schema. */
export interface Seed {
  /** The table's name. */
  readonly table: string;
  /** The schema that the table lies in, where that does not go without saying. */
  readonly schema?: string;
  /** The columns that identify a row. */
  readonly key: readonly string[];
  readonly rows: readonly Readonly<Record<string, Json>>[];
  /** Columns that the engine numbers where a row gives no number: whoever writes the rows moves their counters on past them. */
  readonly counters?: readonly string[];
  /** Columns whose values are unique beside the key's: looked at before rows are written, where the engine would write over whichever row holds them. */
  readonly uniques?: readonly (readonly string[])[];
  /** What else is unique beside the key, as the engine says it over some of the columns: for a writer that looks at it itself. */
  readonly uniqueTerms?: readonly UniqueTerms[];
}

/** Terms that are unique together, such as `lower(mail)`. */
export interface UniqueTerms {
  readonly name: string;
  readonly columns: readonly string[];
  readonly terms: readonly string[];
}

/** What a table holds in place of a row of a seed. */
export interface HeldRow {
  /** The columns beside the key that hold what the row says. */
  readonly same: readonly string[];
  /** What the others of its columns hold. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** What one declarative document stands for. */
export interface DocumentContent {
  readonly objects: readonly SchemaObject[];
  /** What the document takes for granted, made where nothing declares it: the schema that its table lies in. Several documents may imply the same. */
  readonly implied?: readonly SchemaObject[];
  /** Renames that the document declares (`renamedFrom`). */
  readonly renames?: readonly RenameHint[];
  /**
   * What the document declares as gone (`isDeleted`): its name, behind the schema that it lies in where that does not go without saying. It is absent from the goal;
   * what something else defines is refused.
   */
  readonly deleted?: readonly (readonly string[])[];
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
