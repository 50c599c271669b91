import type { SchemaObject } from '@sync/core';
import type { ColumnSpec, TableSpec } from '../kinds/table/spec.js';
import type { Carried } from './carried.js';

/** A column of another type beside the one that it takes the place of. */
export interface Retyping {
  readonly table: SchemaObject<TableSpec>;
  readonly before: ColumnSpec;
  readonly after: ColumnSpec;
  /** What the column is called, before and after. */
  readonly named: readonly string[];
  /** The name of the new column until then. */
  readonly name: string;
  /** The name of the trigger that copies what is written meanwhile. */
  readonly trigger: string;
  readonly carried: Carried;
  /** What the values are made of, as the server is told. */
  cast(column: string): string;
}
