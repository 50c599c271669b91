import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { integer, pgTable } from 'drizzle-orm/pg-core';
import { afterAll, describe, expect, test } from 'vitest';
import { startPooler } from '../servers/pooler.mjs';
import { realServer } from '../servers/real-server.js';
import { migratorOver, postgresPlace, sqlitePlace } from './place.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';
const pooler = 'url' in server ? await startPooler(url, 'transaction') : server;

afterAll(async () => {
  if ('url' in pooler) await pooler[Symbol.asyncDispose]();
});

/** A process that migrates once it is told to. */
class Migrating {
  private said = '';
  readonly process: ChildProcessWithoutNullStreams;

  constructor(database: string) {
    this.process = spawn(process.execPath, [join(import.meta.dirname, 'migrate-process.mjs'), database]);
    this.process.stdout.on('data', (data: Buffer) => {
      this.said += data.toString();
    });
    this.process.stderr.on('data', (data: Buffer) => {
      this.said += data.toString();
    });
  }

  async ready(): Promise<void> {
    while (!this.said.includes('ready')) {
      if (this.process.exitCode !== null) throw new Error(this.said);
      await sleep(20);
    }
  }

  begin(): void {
    this.process.stdin.write('go\n');
  }

  async end(): Promise<string> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.said.replace('ready', '').trim();
  }
}

async function migrateInTen(database: string): Promise<readonly string[]> {
  const all = Array.from({ length: 10 }, () => new Migrating(database));
  for (const each of all) await each.ready();
  for (const each of all) each.begin();
  return (await Promise.all(all.map((each) => each.end()))).sort();
}

const one = ['migrated', ...Array.from({ length: 9 }, () => 'unchanged')];

test('of ten processes one migrates a file of SQLite, and nine find it done', async () => {
  using place = sqlitePlace();
  expect(await migrateInTen(place.path)).toEqual(one);
  expect(place.query('SELECT count(*) AS n FROM migrations_migrations')).toEqual([{ n: 1 }]);
});

describe.skipIf('absent' in server)('processes that migrate PostgreSQL', () => {
  test('of ten one migrates, and nine find it done', async () => {
    await using place = await postgresPlace(url);
    expect(await migrateInTen(place.url)).toEqual(one);
    expect(await place.query('SELECT count(*)::int AS n FROM migrations._snapshots')).toEqual([{ n: 1 }]);
  });

  test('one that is killed in the middle leaves nothing, and the next goes through', async () => {
    await using place = await postgresPlace(url);
    await place.query(`CREATE FUNCTION wait() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
      IF to_regclass('five.c') IS NOT NULL THEN PERFORM pg_sleep(2); END IF; END $$`);
    await place.query(
      "CREATE EVENT TRIGGER wait ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION wait()",
    );
    const doomed = new Migrating(place.url);
    await doomed.ready();
    doomed.begin();
    const isWaiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
    while ((await place.query(isWaiting)).length === 0) {
      expect(doomed.process.exitCode).toBeNull();
      await sleep(20);
    }
    doomed.process.kill('SIGKILL');
    await doomed.end();
    const next = new Migrating(place.url);
    await next.ready();
    while ((await place.query(isWaiting)).length > 0) await sleep(50);
    expect(
      await place.query("SELECT to_regclass('five.a') AS a, (SELECT count(*)::int FROM migrations._migrations) AS n"),
    ).toEqual([{ a: null, n: 0 }]);
    await place.query('DROP EVENT TRIGGER wait');
    next.begin();
    expect(await next.end()).toBe('migrated');
  });

  test.skipIf('absent' in pooler)(
    'through PgBouncer in transaction mode the lock is a lease, and one of several migrates',
    async () => {
      await using place = await postgresPlace(url);
      const through = Object.assign(new URL('url' in pooler ? pooler.url : ''), {
        pathname: new URL(place.url).pathname,
      });
      const scratch = { url, directory: '/' };
      await using over = migratorOver(through.href, { scratch });
      const t = pgTable('t', { id: integer() });
      const all = [1, 2, 3].map(() => over.migrator.migrate('plugin-pooled', { t }));
      expect((await Promise.all(all)).map(({ outcome }) => outcome).sort()).toEqual([
        'migrated',
        'unchanged',
        'unchanged',
      ]);
      expect(await place.query("SELECT to_regclass('pooled.t') AS t")).toEqual([{ t: 'pooled.t' }]);
    },
  );
});
