import type { SchemaObject } from '@sync/core';
import type { KeySpec } from '../read/columns.js';
import type { Properties } from './properties.js';

/** One column. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: string;
  readonly isStatic?: true;
}

/** What makes a table what it is; columns in the order of their names, since the server keeps no other. */
export interface TableSpec extends KeySpec {
  readonly columns: readonly ColumnSpec[];
  readonly properties: Properties;
}

/** A column that was there: its name comes back with this type alone. */
export interface DroppedColumn {
  readonly type: string;
  readonly isStatic?: true;
}

/** What is known of a table beside what it is. */
export interface TableLayout {
  readonly dropped?: Readonly<Record<string, DroppedColumn>>;
}

/** What the server remembers of columns that a table had. */
export function droppedOf({ layout }: SchemaObject): Readonly<Record<string, DroppedColumn>> {
  return (layout as TableLayout | undefined)?.dropped ?? {};
}
