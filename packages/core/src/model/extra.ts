import type { Json } from './json.js';
import type { SchemaObject } from './object.js';

/** A typed handle on one engine clause, so that a driver reads its own extras without casts. */
export interface Extra<T extends Json> {
  readonly id: `${string}/${string}`;
  of(object: SchemaObject): T | undefined;
}

/** Declares an engine clause: `const strict = extra<true>('engine/strict')`. */
export function extra<T extends Json>(id: `${string}/${string}`): Extra<T> {
  return { id, of: (object) => object.extras[id] as T | undefined };
}
