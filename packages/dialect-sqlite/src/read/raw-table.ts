import type { Token } from '@sync/core';
import type { Conflict, ReferentialAction } from '../kinds/table/spec.js';

/** A term of a key as it was written. */
export interface RawKeyPart {
  readonly tokens: readonly Token[];
  readonly collation?: string;
  readonly descending: boolean;
}

/** A constraint as it was written, on a column or on the table. */
export type RawConstraint = { readonly name?: string; readonly column?: string } & (
  | {
      readonly type: 'primary-key';
      readonly parts: readonly RawKeyPart[];
      readonly conflict?: Conflict;
      readonly autoincrement: boolean;
    }
  | { readonly type: 'unique'; readonly parts: readonly RawKeyPart[]; readonly conflict?: Conflict }
  | { readonly type: 'check'; readonly tokens: readonly Token[] }
  | RawForeignKey
);

/** A foreign key as it was written. */
export interface RawForeignKey {
  readonly type: 'foreign-key';
  readonly columns: readonly string[];
  readonly table: string;
  readonly references?: readonly string[];
  readonly onDelete?: ReferentialAction;
  readonly onUpdate?: ReferentialAction;
  readonly deferred: boolean;
}

/** A column as it was written. */
export interface RawColumn {
  readonly name: string;
  readonly type: readonly Token[];
  readonly notNull?: { readonly name?: string; readonly conflict?: Conflict };
  readonly default?: readonly Token[];
  readonly collation?: string;
  readonly generated?: { readonly tokens: readonly Token[]; readonly stored: boolean };
}

/** A table as it was written. */
export interface RawTable {
  readonly name: string;
  readonly columns: readonly RawColumn[];
  readonly constraints: readonly RawConstraint[];
  /** All that CONSTRAINT names, also where the name means nothing; absent where nothing was read. */
  readonly names?: readonly string[];
  /** A column has NOT NULL twice, or a constraint has two names. */
  readonly repeats?: true;
  readonly strict: boolean;
  readonly withoutRowid: boolean;
}
