import { type PortableEdge, writeSchema } from '@sync/core';
import { readSqliteSchema } from './read-schema.js';
import { style } from './style.js';

/** Between SQLite, or what is built on it, and the terms of no engine. */
export const sqlitePortable: PortableEdge = {
  kinds: new Set(['table', 'index']),
  read: readSqliteSchema,
  write: (schema) => writeSchema(schema, style),
};
