import type { Json } from '../model/json.js';

/**
 * A place in a declarative document that knows where it stands. Reading through it is strict: a wrong type or an unknown field fails with file, line and the
 * nearest known name.
 */
export interface DocumentNode {
  /** `tables/users.yaml:12:5` */
  readonly at: string;
  /** The plain value. */
  readonly value: Json;
  /** The members of a mapping. Names that are not listed are errors, or noted where the reading is lenient. */
  fields<K extends string>(known: readonly K[]): { readonly [name in K]?: DocumentNode };
  items(): readonly DocumentNode[];
  /** A string; numbers and booleans are read as they are written. */
  text(): string;
  integer(): number;
  boolean(): boolean;
  oneOf<T extends string>(values: readonly T[]): T;
  /** Throws SOURCE_INVALID at this place. */
  fail(message: string, hint?: string): never;
}
