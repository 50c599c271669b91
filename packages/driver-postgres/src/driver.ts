import { contractVersion, type Driver } from '@sync/core';
import {
  likeness,
  postgresDialect,
  postgresDocuments,
  postgresKinds,
  scaffolding,
  schemaOf,
  seedStatements,
  sizesOf,
  tracesOf,
} from '@sync/dialect-postgres';
import { PostgresConnection } from './connection.js';
import { dropDatabase, isMissing, makeMissing } from './making.js';
import { identityOf, labelOf, type PostgresOptions, readOptions, scratchOnly } from './options.js';
import { PooledConnection } from './pooled-connection.js';
import { openScratch, openStandIn } from './scratch.js';
import { startSession } from './start-session.js';
import { databaseTenancy } from './tenancy.js';

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
  scaffolding,
  sizes: sizesOf,
  traces: tracesOf,
  tenancy: { database: databaseTenancy },
  parts: ['owners', 'grants', 'extensions', 'database'],
  options: readOptions,
  label: labelOf,
  identity: identityOf,
  async connect(options, { access, signal, waitMs, missing = 'refuse' }) {
    if (options.embedded) throw scratchOnly();
    const connect = async () => {
      const started = await startSession(options, access, signal, waitMs);
      return new (started.pooled ? PooledConnection : PostgresConnection)(started, access);
    };
    try {
      return await connect();
    } catch (error) {
      if (missing === 'refuse' || !options.create || !isMissing(error)) throw error;
      if (missing === 'stand-in') return await openStandIn(options, error, signal);
      await makeMissing(options, error, signal);
      return await connect();
    }
  },
  drop: dropDatabase,
  scratch: openScratch,
  seed: seedStatements,
};
