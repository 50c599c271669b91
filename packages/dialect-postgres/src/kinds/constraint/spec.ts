import type { Address } from '@sync/core';
import type { IndexMarks } from '../index/marks.js';

/** What a constraint demands. */
export type ConstraintType = 'primary key' | 'unique' | 'check' | 'foreign key' | 'exclusion';

/** A constraint of a table, other than NOT NULL, which is its column's. */
export interface ConstraintSpec extends IndexMarks {
  readonly type: ConstraintType;
  /** As the server prints it, without NOT VALID, and without storage parameters. */
  readonly definition: string;
  /** Rows that were there before it have not been looked at. */
  readonly unvalidated?: true;
  readonly references?: Address;
  /** A key of a partitioned table alone (ONLY), which not all of its partitions have yet. */
  readonly only?: true;
}

/** What the server's letters mean. */
export const constraintTypes: Readonly<Record<string, ConstraintType>> = {
  p: 'primary key',
  u: 'unique',
  c: 'check',
  f: 'foreign key',
  x: 'exclusion',
};
