import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, type Driver, tenantContext } from '@sync/core';
import cassandra from '@sync/driver-cassandra';
import rqlite from '@sync/driver-rqlite';
import timescaledb from '@sync/driver-timescaledb';
import { describe, expect, test } from 'vitest';
import { cassandraAbsence, freshCassandraDatabase } from '../servers/fresh-cassandra-database.js';
import { type FreshDatabase, freshDatabase } from '../servers/fresh-database.js';
import { freshRqliteDatabase, rqliteAbsence } from '../servers/fresh-rqlite-database.js';
import { realServer } from '../servers/real-server.js';
import { schemaSync } from './support/command.js';

const isLong = process.env.TEST_LONG === '1';
const server = realServer('timescaledb');

/** What is there and what is to be, and what is asked for the rows that stay. */
interface Story {
  readonly driver: Driver;
  readonly absence: string | undefined;
  /** With a lease that the dead do not hold for long. */
  readonly open: () => Promise<FreshDatabase>;
  readonly start: readonly string[];
  readonly goal: string;
  readonly stock: string;
  /** Between two deaths; a long run takes each moment. */
  readonly stride: number;
}

const withWaiting = async (opened: Promise<FreshDatabase>, waiting: string): Promise<FreshDatabase> => {
  const database = await opened;
  const { url } = database;
  return {
    url: `${url}${url.includes('?') ? '&' : '?'}${waiting}`,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
};

const dealt = (table: string) => `SELECT create_hypertable('${table}', 'at')`;
const readings = 'CREATE TABLE readings (at timestamptz NOT NULL, id integer NOT NULL';

const stories: Readonly<Record<string, Story>> = {
  cassandra: {
    driver: cassandra as unknown as Driver,
    absence: cassandraAbsence(5),
    open: () => withWaiting(freshCassandraDatabase(5), 'leaseMs=2000&lockWaitMs=60000'),
    start: [
      'CREATE TYPE place (street text)',
      'CREATE TABLE people (id int PRIMARY KEY, name text, gone text)',
      'CREATE INDEX by_gone ON people (gone)',
      "INSERT INTO people (id, name) VALUES (1, 'Ada')",
    ],
    goal: `CREATE TYPE place (street text, zip int);
CREATE TABLE people (id int PRIMARY KEY, name text, home frozen<place>) WITH comment = 'all';
CREATE INDEX by_name ON people (name);
CREATE TABLE pets (id int PRIMARY KEY, name text);
CREATE MATERIALIZED VIEW pets_by_name AS SELECT * FROM pets WHERE id IS NOT NULL AND name IS NOT NULL PRIMARY KEY (name, id);`,
    stock: 'SELECT id, name FROM people',
    stride: 45,
  },
  rqlite: {
    driver: rqlite as unknown as Driver,
    absence: rqliteAbsence,
    open: () => withWaiting(freshRqliteDatabase(), 'lockWaitMs=60000'),
    start: [
      'CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, age TEXT)',
      'CREATE TABLE pets (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES people (id) ON DELETE CASCADE)',
      "INSERT INTO people VALUES (1, 'Ada', '36'), (2, 'Grace', '85')",
      'INSERT INTO pets VALUES (1, 1), (2, 2)',
    ],
    goal: `CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER);
CREATE TABLE pets (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES people (id) ON DELETE CASCADE, kind TEXT);
CREATE INDEX pets_owner ON pets (owner);
CREATE VIEW owners AS SELECT name FROM people JOIN pets ON pets.owner = people.id;`,
    stock: 'SELECT people.id, name, pets.id AS pet FROM people JOIN pets ON owner = people.id ORDER BY 1',
    stride: 23,
  },
  timescaledb: {
    driver: timescaledb as unknown as Driver,
    absence: 'absent' in server ? server.absent : undefined,
    open: () => freshDatabase('url' in server ? server.url.replace(/^postgres/, 'timescaledb') : ''),
    start: [
      'CREATE EXTENSION timescaledb',
      `${readings})`,
      "INSERT INTO readings SELECT '2026-01-01'::timestamptz + n * interval '15 hours', n FROM generate_series(1, 40) n",
      'CREATE TABLE events (at timestamptz NOT NULL, note text)',
      dealt('events'),
      "INSERT INTO events VALUES ('2026-01-01', 'first'), ('2026-02-01', 'then')",
    ],
    goal: `${readings}, note text);
${dealt('readings')};
CREATE INDEX readings_id ON readings (id);
CREATE TABLE events (at timestamptz NOT NULL, note text NOT NULL, CONSTRAINT noted CHECK (note <> ''));
${dealt('events')};
SELECT set_chunk_time_interval('events', interval '1 day');
CREATE VIEW daily AS SELECT time_bucket('1 day', at) AS day, count(*) AS n FROM readings GROUP BY time_bucket('1 day', at);`,
    stock:
      "SELECT count(*)::int AS n, (SELECT string_agg(e.note, ',' ORDER BY e.at) FROM events e) AS notes FROM readings",
    stride: 45,
  },
};

/** Lets a sync die at its n-th moment; false where it came to its end before that. */
async function dieAt(at: number, { driver, open, start, goal, stock }: Story): Promise<boolean> {
  await using database = await open();
  const directory = await mkdtemp(join(tmpdir(), 'schema-sync-killed-'));
  try {
    const { name } = driver;
    const tenant = tenantContext({ id: 'default', target: { url: database.url, directory } });
    const engine = createEngine({ driver });
    const connect = () => driver.connect(driver.options(tenant.target), { access: 'write' });
    const rows = async () => {
      await using connection = await connect();
      return await connection.query({ text: stock });
    };
    {
      await using connection = await connect();
      for (const text of start) await connection.execute({ text });
    }
    const stocked = await rows();
    expect(stocked.length).toBeGreaterThan(0);
    const base = (await engine.inspect(tenant)).catalogue.root;
    const file = join(directory, 'schema.sql');
    await writeFile(file, goal);
    const faulty = fileURLToPath(new URL('./support/faulty-any.mjs', import.meta.url));
    const config = join(directory, 'faults.json');
    await writeFile(config, JSON.stringify({ drivers: { use: { [name]: faulty } }, url: database.url, to: file }));
    const ended = await schemaSync(['sync', '--config', config, '--yes', '--allow', 'all', '--no-prove'], {
      cwd: directory,
      env: { DIE_AT: String(at), FAULTY_DRIVER: `@sync/driver-${name}` },
    });
    expect(await rows(), 'no row is lost').toEqual(stocked);
    if (ended.signal === null) {
      expect(ended, ended.stderr).toMatchObject({ code: 0 });
      return false;
    }
    expect(ended.signal).toBe('SIGKILL');
    const [died] = await engine.history(tenant);
    if (died) expect(died.outcome).toMatch(/^(running|done)$/);
    else expect((await engine.inspect(tenant)).catalogue.root, 'nothing without its books').toBe(base);
    const unsure = died?.steps.filter(({ outcome }) => outcome === 'running') ?? [];
    expect(unsure.length, 'of one step at most it is not known whether it held').toBeLessThan(2);
    await engine.sync(tenant, file, { allow: 'all', prove: false });
    expect((await engine.sync(tenant, file, { dryRun: true })).inSync, 'the next run converges').toBe(true);
    expect(await rows(), 'no row is lost').toEqual(stocked);
    return true;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

describe.each(Object.entries(stories))('%s', (name, story) => {
  const why = story.absence === undefined ? '' : ` (absent: ${story.absence})`;
  test.skipIf(story.absence !== undefined)(
    `a process that is killed in the middle of a plan leaves rows as they were, and the next run converges${why}`,
    { timeout: 900_000 },
    async () => {
      const stride = isLong ? 1 : story.stride;
      let [at, deaths] = [isLong ? 1 : stride - 1, 0];
      while (await dieAt(at, story)) [at, deaths] = [at + stride, deaths + 1];
      if (isLong) console.log(`${name}: ${deaths} deaths`);
      expect(deaths, 'it died before it was done').toBeGreaterThan(isLong ? 9 : 0);
    },
  );
});
