import { contractVersion, type Driver } from '@sync/core';
import {
  likeness,
  postgresDialect,
  postgresDocuments,
  postgresKinds,
  schemaOf,
  seedStatements,
  sizesOf,
} from '@sync/dialect-postgres';
import { PostgresConnection } from './connection.js';
import { labelOf, type PostgresOptions, readOptions, scratchOnly } from './options.js';
import { openScratch } from './scratch.js';
import { startSession } from './start-session.js';

/** PostgreSQL, over pg. */
export const postgresDriver: Driver<PostgresOptions> = {
  name: 'postgres',
  contract: contractVersion,
  protocols: ['postgres', 'postgresql'],
  dialect: postgresDialect,
  kinds: postgresKinds(),
  documents: postgresDocuments('postgres'),
  capabilities: { ddl: 'transactional', readOnly: true },
  schemaOf,
  likeness,
  sizes: sizesOf,
  parts: ['owners', 'grants', 'extensions', 'database'],
  options: readOptions,
  label: labelOf,
  async connect(options, { access, signal }) {
    if (options.embedded) throw scratchOnly();
    return new PostgresConnection(await startSession(options, access, signal), access);
  },
  scratch: openScratch,
  seed: seedStatements,
};
