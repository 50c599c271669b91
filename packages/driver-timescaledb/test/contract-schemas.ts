const app = 'CREATE SCHEMA app';
const devices = 'CREATE TABLE devices (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE)';
const readings = `CREATE TABLE readings (
  at timestamp with time zone NOT NULL,
  device integer NOT NULL REFERENCES devices (id),
  value double precision CHECK (value > -300),
  PRIMARY KEY (at, device)
)`;
const hypertable = "SELECT create_hypertable('readings', 'at', 'device', 4, chunk_time_interval => INTERVAL '1 day')";
const byDevice = 'CREATE INDEX readings_by_device ON readings (device, at DESC)';
const counts = 'CREATE TABLE app.counts (n bigint NOT NULL, what text)';
const counted =
  "SELECT create_hypertable('app.counts', 'n', chunk_time_interval => 1000, create_default_indexes => FALSE)";
const latest = 'CREATE VIEW app.latest AS SELECT device, max(at) AS at FROM readings GROUP BY device';
const double = "CREATE FUNCTION double(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2'";
const remark = "COMMENT ON TABLE readings IS 'by day'";
const extension = 'CREATE EXTENSION IF NOT EXISTS timescaledb';

/** What the contract is tried with: on the Apache edition, so without policies and aggregates. */
export const schemas = {
  first: [app, devices, readings, hypertable, byDevice, counts, counted, latest, double, remark],
  optIn: [extension],
  reordered: [hypertable, counted, readings, latest, byDevice, double, devices, counts, app, remark],
  second: [
    app,
    'CREATE TABLE sensors (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, size integer)',
    `CREATE TABLE readings (
      moment timestamp with time zone NOT NULL,
      device integer NOT NULL REFERENCES sensors (id),
      value double precision,
      note text,
      PRIMARY KEY (moment, device)
    )`,
    "SELECT create_hypertable('readings', 'moment', 'device', 8, chunk_time_interval => INTERVAL '7 days')",
    'CREATE VIEW app.latest AS SELECT device, max(moment) AS at FROM readings GROUP BY device',
  ],
  renames: ['devices=sensors', 'readings.at=readings.moment'],
  insert: "INSERT INTO devices (id, name) OVERRIDING SYSTEM VALUE VALUES (1, 'first')",
  select: 'SELECT id FROM devices WHERE id = 1',
  refused: 'DROP TABLE nowhere',
  flawed: [
    "CREATE FUNCTION broken() RETURNS integer LANGUAGE sql SET check_function_bodies = off AS 'SELECT size FROM nowhere'",
  ],
  settings: ['SHOW lock_timeout', 'SHOW statement_timeout', 'SHOW search_path'],
  seed: { table: 'devices', key: ['id'], rows: [{ id: 1, name: "the 'first'" }] },
};
