import type { Address, DocumentContent, DocumentNode, SchemaObject } from '@sync/core';

/** What a relative of PostgreSQL adds to documents: fields of tables, and views of its own. */
export interface DocumentAdditions {
  readonly tableFields?: readonly string[];
  /** What these fields of a table come to. */
  readTable?(
    section: Readonly<Record<string, DocumentNode | undefined>>,
    table: Address,
  ): { readonly objects: readonly SchemaObject[]; readonly warnings?: DocumentContent['warnings'] };
  /** A View document that is one of its own; undefined for what is a view as PostgreSQL has it. */
  readView?(spec: DocumentNode): DocumentContent | undefined;
}
