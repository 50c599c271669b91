import { contractVersion, type Driver, globTest } from '@sync/core';
import {
  likeness,
  postgresPortable,
  scaffolding,
  schemaOf,
  seedStatements,
  sizesOf,
  tracesOf,
} from '@sync/dialect-postgres';
import { PostgresConnection } from './connection.js';
import { dropDatabase, dropSchema } from './drop.js';
import type { Engine } from './engine.js';
import { isMissing, makeMissing } from './making.js';
import { identityOf, labelOf, type PostgresOptions, readOptions, scratchOnly } from './options.js';
import { openOver } from './over.js';
import { PooledConnection } from './pooled-connection.js';
import { withSchema } from './schemas.js';
import { openScratch, openStandIn } from './scratch.js';
import { startSession } from './start-session.js';
import { databaseTenancy, schemaTenancy } from './tenancy.js';

/** The driver of a server of the family. */
export function driverOf(engine: Engine): Driver<PostgresOptions> {
  const { name, protocols, dialect, kinds, documents } = engine;
  const driver: Driver<PostgresOptions> = {
    name,
    contract: contractVersion,
    protocols,
    dialect,
    kinds,
    documents,
    capabilities: { ddl: 'transactional', readOnly: true },
    schemaOf,
    likeness,
    scaffolding,
    sizes: sizesOf,
    traces: tracesOf,
    tenancy: { database: databaseTenancy(engine), schema: schemaTenancy(engine) },
    parts: ['owners', 'grants', 'extensions', 'database'],
    comesThroughDoor: true,
    options: (input) => readOptions(input, engine),
    label: labelOf,
    identity: identityOf,
    within({ schema, beside }) {
      if (schema === undefined) return undefined;
      const test = globTest(beside ?? schema);
      return { isOthers: (other) => other === schema || test(other) };
    },
    async connect(options, { access, signal, waitMs, missing = 'refuse' }) {
      if (options.embedded) throw scratchOnly();
      const connect = async () => {
        const started = await startSession(options, access, signal, waitMs);
        const lacks = await withSchema(started, missing === 'make' && !options.create ? 'refuse' : missing);
        if (started.pooled) return new PooledConnection(started, access, lacks);
        return new PostgresConnection(started, access, undefined, lacks);
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
    over: (client) => openOver(client, engine),
    drop: (options, request) => (options.schema === undefined ? dropDatabase : dropSchema)(options, request),
    scratch: (near, signal) => openScratch(near, driver as Driver, signal),
    portable: postgresPortable,
    seed: seedStatements,
  };
  return driver;
}
