import { type Address, address } from '@sync/core';
import type { Place } from './part.js';

/** The schema that an object lives in, where it is one that has to be made. */
export function schemaNeed({ prefix }: Place): readonly Address[] {
  return prefix.map((schema) => address('schema', schema));
}
