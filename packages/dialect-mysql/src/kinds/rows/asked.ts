import type { ConflictContext, RowConflict } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import type { TableDifference } from '../table/difference.js';
import type { RowSource } from './source.js';

/** Rows in the way of a part of what happens to a table. */
export interface PartConflict {
  /** `column mail`, `index by_name`. */
  readonly about: string;
  readonly conflict: RowConflict;
}

/** What is asked of a table, and what beside it may tell. */
export interface Asked {
  readonly difference: TableDifference;
  /** As the table is now. */
  readonly now: RowSource;
  /** Under the names and with the values that it is to have. */
  readonly toBe: RowSource;
  readonly context: ConflictContext;
  readonly flavour: Flavour;
}
