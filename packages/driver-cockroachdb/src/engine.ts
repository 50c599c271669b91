import type { Engine } from '@sync/wire-postgres';
import { cockroachKinds } from './cockroach-kinds.js';
import { cockroachDialect } from './dialect.js';
import { cockroachDocuments } from './documents.js';

/** What CockroachDB says of itself to the wire that it shares with PostgreSQL. */
export const engine: Engine = {
  name: 'cockroachdb',
  protocols: ['cockroachdb', 'cockroach'],
  port: 26257,
  dialect: cockroachDialect,
  kinds: cockroachKinds,
  documents: cockroachDocuments,
};
