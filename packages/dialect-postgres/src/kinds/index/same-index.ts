import type { SchemaObject } from '@sync/core';
import type { IndexSpec } from './spec.js';

/** Whether something is an index over the same as another one, so that the server takes the one for a part of the other. */
export function isSameIndex({ kind, spec }: SchemaObject, other: SchemaObject<IndexSpec>): boolean {
  const { unique, definition } = spec as IndexSpec;
  return kind === 'index' && unique === other.spec.unique && definition === other.spec.definition;
}
