import type { Address } from '../model/address.js';
import type { Json } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';

/** One difference inside an object. The first word of the type is its verb, which is how core shows it: `add-column`, `change-default`. */
export interface Delta {
  readonly type: `${'add' | 'drop' | 'change' | 'rename'}-${string}`;
  /** Where in the object: `['columns', 'email', 'type']`. */
  readonly path: readonly string[];
  /** As a person would write it: a definition for what is dropped, a value for what changes. */
  readonly from?: Json;
  readonly to?: Json;
}

/** The closed set of verbs. */
export type Verb = 'create' | 'drop' | 'alter' | 'rename' | 'replace';

/** What happens to one object. */
export type Change<S = unknown, D extends Delta = Delta> = {
  /** `alter table:users`: unique in a plan and the same on every machine. */
  readonly id: string;
  readonly kind: string;
  readonly address: Address;
} & (
  | {
      readonly verb: 'create';
      readonly to: SchemaObject<S>;
      /** As it was, where a run that did not end took it down: what nobody says of it comes back from here. */
      readonly lost?: SchemaObject<S>;
    }
  | { readonly verb: 'drop'; readonly from: SchemaObject<S> }
  | {
      readonly verb: 'alter';
      readonly from: SchemaObject<S>;
      readonly to: SchemaObject<S>;
      readonly deltas: readonly D[];
    }
  | { readonly verb: 'rename'; readonly from: SchemaObject<S>; readonly to: SchemaObject<S> }
  | { readonly verb: 'replace'; readonly from: SchemaObject<S>; readonly to: SchemaObject<S>; readonly because: string }
);

/** A rename as somebody wrote it down: `['people'] → ['users']` for an object, `['users', 'mail'] → ['users', 'email']` for a column of one. */
export interface RenameHint {
  /** Where it was written, for messages: `schema.sql:12`, `--rename`. */
  readonly at: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Said for one run, in which it must hold: an error where there is nothing to rename. */
  readonly once?: boolean;
  /** Set where the column is no other name for the old one, but made of it, and the old one of it and its like. Only plans in phases look at these. */
  readonly derived?: { readonly as: string; readonly back: string };
}

/** What an object brings along and no object stands for: called otherwise where that goes to another place. */
export interface Brought {
  readonly names: readonly string[];
  /** The place: `['public']`. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A rename that was found to hold between two catalogues; names are folded. */
export type Rename =
  | {
      readonly of: 'object';
      readonly from: Address;
      readonly to: Address;
      readonly name: string;
      /** Set where the object is called what it was, and what it brings along is not. */
      readonly brought?: Brought;
    }
  | { readonly of: 'member'; readonly object: Address; readonly from: string; readonly to: string };
