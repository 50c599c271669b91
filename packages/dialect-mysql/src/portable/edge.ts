import { type PortableEdge, writeSchema } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { readMysqlSchema } from './read-schema.js';
import { styleOf } from './style.js';

/** Between a server of the family and the terms of no engine. */
export function mysqlPortable(flavour: Flavour): PortableEdge {
  const style = styleOf(flavour);
  return {
    kinds: new Set(['table']),
    read: (catalogue) => readMysqlSchema(catalogue, flavour),
    write: (schema) => writeSchema(schema, style),
  };
}
