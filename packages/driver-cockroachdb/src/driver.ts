import { contractVersion, type Driver, type Seed } from '@sync/core';
import { schemaOf, seedStatements } from '@sync/dialect-postgres';
import { identityOf, labelOf, type PostgresOptions } from '@sync/wire-postgres';
import { engine } from './engine.js';
import { readOptions } from './options.js';
import { cockroachPortable } from './portable/edge.js';
import { CockroachConnection } from './wire/connection.js';
import { dropDatabase, isMissing, makeDatabase, openScratch, openStandIn } from './wire/scratch.js';
import { startSession } from './wire/start-session.js';
import { databaseTenancy } from './wire/tenancy.js';

const { name, protocols, dialect, kinds, documents } = engine;

/** CockroachDB, over pg. */
export const cockroachDriver: Driver<PostgresOptions> = {
  name,
  contract: contractVersion,
  protocols,
  dialect,
  kinds,
  documents,
  capabilities: { ddl: 'autocommit', readOnly: true },
  schemaOf,
  // Whoever asks for what belongs to whom is told that none of it is read here.
  parts: [],
  portable: cockroachPortable,
  // Each release prints some things its own way.
  likeness: (target, other) =>
    target.version.slice(0, 2).join('.') === other.version.slice(0, 2).join('.') ? 'alike' : 'unlike',
  options: readOptions,
  label: labelOf,
  identity: identityOf,
  comesThroughDoor: true,
  async connect(options, { access, signal, missing = 'refuse' }) {
    const connect = async () => new CockroachConnection(await startSession(options, access, signal), access);
    try {
      return await connect();
    } catch (error) {
      if (missing === 'refuse' || !options.create || !isMissing(error)) throw error;
      if (missing === 'stand-in') return openStandIn(options, signal);
      await makeDatabase(options, signal);
      return connect();
    }
  },
  tenancy: { database: databaseTenancy },
  drop: (options, { signal } = {}) => dropDatabase(options, signal),
  scratch: (near, signal) => openScratch(near, signal),
  seed: (seed) => seedStatements(withoutCounters(seed)),
};

/** Numbers are unique_rowid()s, of which none is ever given that a row has: there is no counter to move on. */
function withoutCounters({ counters: _, ...seed }: Seed): Seed {
  return seed;
}
