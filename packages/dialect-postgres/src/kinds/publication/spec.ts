import type { Address } from '@sync/core';

/** A table that is published. */
export interface PublishedTable {
  readonly table: Address;
  /** All of them where it names none; sorted. */
  readonly columns?: readonly string[];
  /** Which rows, as an expression over its columns. */
  readonly filter?: string;
}

/** A publication. */
export interface PublicationSpec {
  readonly allTables?: true;
  /** Sorted. */
  readonly tables?: readonly PublishedTable[];
  /** Those whose tables are all published; sorted. */
  readonly schemas?: readonly string[];
  /** `insert, update`, where it is not everything. */
  readonly publish?: string;
  readonly viaRoot?: true;
  /** Stored computed columns, too. */
  readonly generated?: true;
}
