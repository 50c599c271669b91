import { type PortableEdge, writeSchema } from '@sync/core';
import { carriedKinds, readPostgresSchema } from './read-schema.js';
import { style } from './style.js';

/** Between PostgreSQL and the terms of no engine. */
export const postgresPortable: PortableEdge = {
  kinds: carriedKinds,
  read: readPostgresSchema,
  write: (schema) => writeSchema(schema, style),
};
