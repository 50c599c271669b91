import { type Driver, SyncError } from '@sync/core';
import { postgresDocuments } from '@sync/dialect-postgres';
import { driverOf, type PostgresOptions } from '@sync/wire-postgres';
import { timescaleDialect } from './dialect.js';
import { readAggregate } from './documents/aggregate.js';
import { readHypertable } from './documents/hypertable-fields.js';
import { featuresQuery } from './features.js';
import { meaningOf } from './meaning.js';
import { timescaleKinds } from './timescale-kinds.js';

const kinds = timescaleKinds();

const driver = driverOf({
  name: 'timescaledb',
  protocols: ['timescaledb'],
  dialect: timescaleDialect,
  kinds,
  documents: postgresDocuments('timescaledb', kinds, {
    tableFields: ['hypertable'],
    readTable: readHypertable,
    readView: readAggregate,
  }),
  features: featuresQuery,
  meaning: meaningOf,
  ground: ['CREATE EXTENSION IF NOT EXISTS timescaledb SCHEMA public'],
  needsEventTriggers: true,
  isUntold: true,
});

/** TimescaleDB, over pg: PostgreSQL with the extension. */
export const timescaleDriver: Driver<PostgresOptions> = {
  ...driver,
  options(input) {
    const options = driver.options(input);
    if (options.schema === undefined) return options;
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'connect',
      message: 'TimescaleDB is worked on as a whole database, and not as one schema of it',
      hint: 'Take the setting schema out, and give each tenant a database of its own.',
      details: { setting: 'schema' },
    });
  },
  tenancy: driver.tenancy?.database ? { database: driver.tenancy.database } : {},
};
