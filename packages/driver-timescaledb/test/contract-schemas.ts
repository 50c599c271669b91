import { schemas as postgres } from '../../driver-postgres/test/contract-schemas.js';

const readings =
  'CREATE TABLE readings (at timestamp with time zone NOT NULL, device integer NOT NULL, value double precision, PRIMARY KEY (at, device))';
const hypertable = "SELECT create_hypertable('readings', 'at', 'device', 4, chunk_time_interval => INTERVAL '1 day')";
const counts = 'CREATE TABLE app.counts (n bigint NOT NULL, what text)';
const counted =
  "SELECT create_hypertable('app.counts', 'n', chunk_time_interval => 1000, create_default_indexes => FALSE)";

/** What the contract is tried with: that of PostgreSQL, and hypertables. */
export const schemas = {
  ...postgres,
  first: [...postgres.first, readings, hypertable, counts, counted],
  reordered: [readings, hypertable, ...postgres.reordered, counts, counted],
  second: [
    ...postgres.second,
    'CREATE TABLE readings (at timestamp with time zone NOT NULL, device integer NOT NULL, measured double precision, note text, PRIMARY KEY (at, device))',
    "SELECT create_hypertable('readings', 'at', 'device', 8, chunk_time_interval => INTERVAL '7 days')",
  ],
  renames: [...postgres.renames, 'readings.value=readings.measured'],
};
