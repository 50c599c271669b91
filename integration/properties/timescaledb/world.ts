import driver from '@sync/driver-timescaledb';
import type { Feature, Name } from '../features/feature.js';
import { World } from '../features/world.js';
import { names as namesOfPostgres } from '../postgres/whole/names.js';
import { base, features, rows } from '../postgres/whole/whole.js';

const table = 'CREATE TABLE @readings (at timestamptz NOT NULL, id integer NOT NULL, @v double precision)';
const events = 'CREATE TABLE events (n bigint NOT NULL, note text)';
const dealt = (more = '') => `SELECT create_hypertable('@readings', 'at'${more})`;

/** What the Apache edition has beside PostgreSQL. */
const hypertables: Readonly<Record<string, Feature>> = {
  readings: {
    rows: ["INSERT INTO @readings VALUES ('2026-01-01', 1, 1.5), ('2026-01-20', 2, NULL), ('2026-03-01', 3, 2)"],
    forms: [
      [table, dealt()],
      [table, dealt(", chunk_time_interval => interval '1 day', create_default_indexes => FALSE")],
      [table, dealt(", partitioning_column => 'id', number_partitions => 2")],
      [table, dealt(", associated_table_prefix => 'own'")],
      [table],
    ],
  },
  readingsKey: {
    needs: ['readings'],
    forms: [
      ['ALTER TABLE @readings ADD CONSTRAINT readings_key PRIMARY KEY (id, at)'],
      ['ALTER TABLE @readings ADD CONSTRAINT readings_key UNIQUE (at, id)'],
    ],
  },
  readingsMore: {
    needs: ['readings'],
    forms: [
      ['ALTER TABLE @readings ADD COLUMN more integer'],
      ['ALTER TABLE @readings ADD COLUMN more bigint NOT NULL DEFAULT 7'],
      ["ALTER TABLE @readings ADD COLUMN more text DEFAULT 'x'"],
    ],
  },
  readingsIndex: {
    needs: ['readings'],
    forms: [
      ['CREATE INDEX readings_v ON @readings (@v)'],
      ['CREATE INDEX readings_v ON @readings (id, at DESC) WHERE id > 1'],
      ['CREATE INDEX readings_v ON @readings USING brin (at)'],
    ],
  },
  readingsCheck: {
    needs: ['readings'],
    forms: [
      ['ALTER TABLE @readings ADD CONSTRAINT above CHECK (id > 0)'],
      ['ALTER TABLE @readings ADD CONSTRAINT above CHECK (@v > 1)'],
    ],
  },
  readingsReference: {
    needs: ['readings'],
    forms: [
      ['ALTER TABLE @readings ADD CONSTRAINT of_other FOREIGN KEY (id) REFERENCES @other (id) ON DELETE CASCADE'],
    ],
  },
  readingsView: {
    needs: ['readings'],
    forms: [
      [
        "CREATE VIEW hourly AS SELECT time_bucket('1 hour', at) AS hour, avg(@v) AS mean FROM @readings GROUP BY time_bucket('1 hour', at)",
      ],
      ['CREATE VIEW hourly AS SELECT at, id FROM @readings'],
    ],
  },
  events: {
    rows: ["INSERT INTO events VALUES (1, 'first'), (5000, 'far')"],
    forms: [
      [events, "SELECT create_hypertable('events', 'n', chunk_time_interval => 1000)"],
      [
        events,
        "SELECT create_hypertable('events', 'n', chunk_time_interval => 500)",
        "CREATE FUNCTION latest() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 7::bigint'",
        "SELECT set_integer_now_func('events', 'latest')",
      ],
      [events],
    ],
  },
};

const names: Readonly<Record<string, Name>> = {
  ...namesOfPostgres,
  readings: { called: ['readings', 'R eadings'] },
  v: { in: 'readings', isColumn: true, called: ['v', 'V alue'] },
};

/** All schemas of the Apache edition: those of PostgreSQL, with hypertables among their tables. */
export const timescaleWorld = new World({
  features: { ...features, ...hypertables },
  names,
  base,
  rows,
  quote: driver.dialect.quote,
});

/** The same, of hypertables alone. */
export const hypertableWorld = new World({ features: hypertables, names, base, rows, quote: driver.dialect.quote });
