import { type Door, inspect, isSyncError, SyncError } from '@sync/core';
import { afterEach, describe, expect, test } from 'vitest';
import { cockroachParser } from '../../../integration/servers/cockroach-parser.mjs';
import { realServer } from '../../../integration/servers/real-server.js';
import driver from '../src/index.js';
import { answering, version } from './recorded-answers.js';
import { type Answer, type RecordedServer, type Recording, startRecordedServer } from './recorded-server.js';

const parser = await cockroachParser();
const postgres = realServer('postgres-18');

/** What came with 25.3, and the parser is of 25.2. */
const isNewer = /SHOW CREATE ALL TRIGGERS/;

const running: RecordedServer[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each[Symbol.asyncDispose]();
});

async function start(recording: Partial<Recording> = {}): Promise<RecordedServer> {
  const server = await startRecordedServer({ answer: answering(), ...recording });
  running.push(server);
  return server;
}

const urlOf = ({ port }: RecordedServer, more = 'sslmode=disable') =>
  `cockroachdb://app:hunter2@127.0.0.1:${port}/shop?${more}`;

const optionsOf = (url: string) => driver.options({ url, directory: process.cwd() });

async function failureOf(work: Promise<unknown>): Promise<SyncError> {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!isSyncError(error)) throw new TypeError(`it did not fail: ${String(error)}`);
  expect(JSON.stringify([error.message, error.hint, error.details])).not.toContain('hunter2');
  return error;
}

const connectTo = (url: string) => driver.connect(optionsOf(url), { access: 'write' });

describe('a connection that comes about', () => {
  test('says what is there, and sets what numbers and names mean', async () => {
    const server = await start();
    await using connection = await driver.connect(optionsOf(urlOf(server)), { access: 'read' });
    expect(connection.server).toMatchObject({ product: 'CockroachDB', version: [25, 3, 2] });
    expect(connection).toMatchObject({ database: 'shop', role: 'app' });
    const said = server.asked.map(({ text }) => text);
    expect(said).toContain('SET sql_safe_updates = off');
    expect(said).toContain('SET default_int_size = 8');
    expect(said).toContain('SET serial_normalization = rowid');
    expect(said).toContain('SET autocommit_before_ddl = off');
    expect(said).toContain('SET default_transaction_read_only = on');
  });

  test('reads the whole catalogue by a fixed number of queries', async () => {
    const server = await start();
    await using connection = await driver.connect(optionsOf(urlOf(server)), { access: 'read' });
    const before = server.asked.length;
    const { catalogue, unmanaged } = await inspect(connection, driver);
    expect(server.asked.length - before).toBe(6);
    expect(unmanaged).toEqual([]);
    expect([...catalogue].map(({ address }) => address)).toEqual([
      'index:users.users_by_mail',
      'index:users.users_data_idx',
      'index:users.users_mail_key',
      'postgres/comment:users.table',
      'postgres/constraint:app.orders.orders_buyer_fkey',
      'postgres/constraint:app.orders.orders_pkey',
      'postgres/constraint:users.mails',
      'postgres/constraint:users.users_pkey',
      'postgres/enum:state',
      'postgres/function:app.twice(INT8)',
      'schema:app',
      'sequence:app.counter',
      'table:app.orders',
      'table:users',
      'view:mails',
    ]);
  });
});

describe('a connection that does not', () => {
  test('nobody is there', async () => {
    const error = await failureOf(connectTo('cockroachdb://app:hunter2@127.0.0.1:1/shop'));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', details: { reason: 'host' } });
  });

  test('the password is wrong', async () => {
    const server = await start({
      refuses: { code: '28P01', message: 'password authentication failed for user app' },
    });
    const error = await failureOf(connectTo(urlOf(server)));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', details: { reason: 'credentials' } });
    expect(error.hint).toContain('SHOW USERS');
  });

  test('the database is not there, which the server tells of the first question alone', async () => {
    const usual = answering();
    const answer = (text: string, params: readonly (string | null)[]): Answer | undefined =>
      text.includes('FROM [SHOW DATABASES] AS d') ? { rows: [] } : usual(text, params);
    const error = await failureOf(connectTo(urlOf(await start({ answer }))));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', details: { reason: 'database' } });
    expect(error.message).toContain('database "shop" does not exist');
  });

  test('the server speaks TLS alone', async () => {
    const server = await start({
      refuses: { code: '08P01', message: 'node is running secure mode, SSL connection required' },
    });
    const error = await failureOf(connectTo(urlOf(server)));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', details: { reason: 'tls' } });
    expect(error.hint).toContain('sslmode=verify-full');
  });

  test('the server speaks no TLS, and it was asked for', async () => {
    const error = await failureOf(connectTo(urlOf(await start(), 'sslmode=require')));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', details: { reason: 'tls' } });
  });

  test.skipIf('absent' in postgres)('a real server of PostgreSQL answers', async () => {
    const url = 'url' in postgres ? postgres.url : '';
    const error = await failureOf(connectTo(url));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', details: { reason: 'host' } });
    expect(error.message).toMatch(/this is no CockroachDB: it says that it is PostgreSQL \d+/);
  });
});

describe('a statement', () => {
  test('that changes the schema is over when its jobs are', async () => {
    const usual = answering();
    let looks = 0;
    const answer = (text: string, params: readonly (string | null)[]): Answer | undefined => {
      if (!text.includes('[SHOW JOBS]')) return usual(text, params);
      looks++;
      const job = { id: '7', status: 'running', description: 'cleaning up', error: null };
      return { rows: looks < 3 ? [job] : [] };
    };
    await using connection = await connectTo(urlOf(await start({ answer })));
    await connection.execute({ text: 'ALTER TABLE public.users ADD COLUMN age INT8 NULL' });
    expect(looks).toBe(3);
    await connection.execute({ text: 'UPDATE public.users SET age = 1' });
    expect(looks).toBe(3);
  });

  test('whose job fails has failed, by the job’s own words', async () => {
    const usual = answering();
    const error = 'duplicate key value violates unique constraint "users_mail_key"';
    const answer = (text: string, params: readonly (string | null)[]): Answer | undefined =>
      text.includes('[SHOW JOBS]')
        ? { rows: [{ id: '42', status: 'failed', description: 'CREATE UNIQUE INDEX', error }] }
        : usual(text, params);
    await using connection = await connectTo(urlOf(await start({ answer })));
    const failure = await failureOf(
      connection.execute({ text: 'CREATE UNIQUE INDEX users_mail_key ON public.users (mail ASC)' }),
    );
    expect(failure).toMatchObject({ code: 'CHECK_FAILED', details: { job: '42' } });
    expect(failure.message).toContain(error);
  });

  test('that the server asks to be tried again is, and no other', async () => {
    const usual = answering();
    let tries = 0;
    const answer = (text: string, params: readonly (string | null)[]): Answer | undefined => {
      if (text.startsWith('UPDATE public.gone'))
        return { error: { code: '42P01', message: 'relation does not exist' } };
      if (!text.startsWith('UPDATE public.users')) return usual(text, params);
      tries++;
      return tries < 3
        ? { error: { code: '40001', message: 'restart transaction: TransactionRetryWithProtoRefreshError' } }
        : undefined;
    };
    const server = await start({ answer });
    await using connection = await connectTo(urlOf(server));
    await connection.execute({ text: 'UPDATE public.users SET age = 1' });
    expect(tries).toBe(3);
    await failureOf(connection.execute({ text: 'UPDATE public.gone SET age = 1' }));
    expect(server.asked.filter(({ text }) => text.startsWith('UPDATE public.gone'))).toHaveLength(1);
  });
});

describe('the lock', () => {
  test('is a row that one holder has, and no advisory lock', async () => {
    const server = await start();
    await using first = await connectTo(urlOf(server));
    await using second = await connectTo(urlOf(server));
    const lock = await first.lock('plan');
    const failure = await failureOf(second.lock('plan', { waitMs: 0 }));
    expect(failure.code).toBe('LOCK_TIMEOUT');
    await lock[Symbol.asyncDispose]();
    await using _ = await second.lock('plan', { waitMs: 0 });
    expect(server.asked.map(({ text }) => text).join('\n')).not.toContain('advisory');
  });

  test('goes with its connection', async () => {
    const server = await start();
    const first = await connectTo(urlOf(server));
    await first.lock('plan');
    await first[Symbol.asyncDispose]();
    await using second = await connectTo(urlOf(server));
    await using _ = await second.lock('plan', { waitMs: 0 });
    expect(server.asked.some(({ text }) => text.startsWith('DELETE FROM public._schema_sync_leases'))).toBe(true);
  });

  test('that was lost keeps its holder from writing', async () => {
    const usual = answering();
    let isLost = false;
    const answer = (text: string, params: readonly (string | null)[]): Answer | undefined =>
      isLost && text.startsWith('UPDATE public._schema_sync_leases') ? { rows: [] } : usual(text, params);
    const server = await start({ answer });
    await using connection = await connectTo(urlOf(server));
    await using lock = await connection.lock('plan');
    isLost = true;
    const failure = await failureOf(connection.execute({ text: 'ALTER TABLE public.users DROP COLUMN age' }));
    expect(failure.code).toBe('LOCK_LOST');
    expect(lock.lost.aborted).toBe(true);
    expect(server.asked.some(({ text }) => text.includes('DROP COLUMN age'))).toBe(false);
  });

  test('is held by the session that works where there is no room for another', async () => {
    const server = await start();
    let open = 0;
    const door: Door = {
      async open(_server, work, { spare }) {
        if (!spare || open === 0) {
          open++;
          return work(() => {});
        }
        throw new SyncError({
          code: 'CONNECTION_FAILED',
          op: 'connect',
          message: 'there is no room',
          hint: 'Wait.',
          details: { full: true },
        });
      },
    };
    const options = driver.options({ url: urlOf(server), directory: process.cwd(), door });
    await using connection = await driver.connect(options, { access: 'write' });
    await using _ = await connection.lock('plan');
    await connection.execute({ text: 'DROP VIEW public.mails' });
    expect(open).toBe(1);
    expect(server.asked.some(({ text }) => text === 'DROP VIEW public.mails')).toBe(true);
  });

  test('is not for who only reads', async () => {
    await using connection = await driver.connect(optionsOf(urlOf(await start())), { access: 'read' });
    expect(await failureOf(connection.lock('plan'))).toMatchObject({ code: 'PERMISSION_DENIED' });
  });
});

test.runIf('parse' in parser)('CockroachDB’s own parser reads whatever is sent', async () => {
  const server = await start();
  const options = optionsOf(urlOf(server));
  await using connection = await driver.connect(options, { access: 'write' });
  await using held = await connection.lock('plan');
  await failureOf((await driver.connect(options, { access: 'write' })).lock('plan', { waitMs: 0 }));
  await inspect(connection, driver);
  await connection.execute({ text: 'DROP VIEW public.mails' });
  await connection.query(driver.dialect.bookkeeping.exists('_schema_sync_runs'));
  await (await driver.scratch?.(options))?.[Symbol.asyncDispose]();
  await driver.drop?.(options);
  await held[Symbol.asyncDispose]();
  const sent = [...new Set(server.asked.map(({ text }) => text))].filter((text) => !isNewer.test(text));
  expect(sent.length).toBeGreaterThan(25);
  const answers = 'parse' in parser ? await parser.parse(sent) : [];
  expect(answers.flatMap(({ error }, i) => (error === undefined ? [] : [sent[i]]))).toEqual([]);
});

test('scratch of a database with regions has them', async () => {
  const usual = answering();
  const answer = (text: string, params: readonly (string | null)[]): Answer | undefined =>
    text.includes('[SHOW REGIONS')
      ? {
          rows: [
            { region: 'us-west1', role: 'other' },
            { region: 'us-east1', role: 'primary' },
          ],
        }
      : usual(text, params);
  const server = await start({ answer });
  await (await driver.scratch?.(optionsOf(urlOf(server))))?.[Symbol.asyncDispose]();
  const made = server.asked.map(({ text }) => text).filter((text) => text.startsWith('CREATE DATABASE'));
  expect(made).toEqual([expect.stringMatching(/ PRIMARY REGION "us-east1" REGIONS "us-east1", "us-west1"$/)]);
  if ('parse' in parser) expect((await parser.parse(made))[0]?.error).toBeUndefined();
});

test('scratch is a database of the same cluster, which goes when it is disposed of', async () => {
  const server = await start();
  const scratch = await driver.scratch?.(optionsOf(urlOf(server)));
  await scratch?.[Symbol.asyncDispose]();
  const said = server.asked.map(({ text }) => text).filter((text) => /(CREATE|DROP) DATABASE/.test(text));
  expect(said).toEqual([
    expect.stringMatching(/^CREATE DATABASE _schema_sync_scratch_\d+_[0-9a-f]{8}$/),
    expect.stringMatching(/^DROP DATABASE IF EXISTS _schema_sync_scratch_\d+_[0-9a-f]{8} CASCADE$/),
  ]);
  expect(version).toContain('CockroachDB');
});

describe('tenants', () => {
  const site = { directory: process.cwd() };

  test('are databases of a cluster, found by one question, of which some are nobody’s', async () => {
    const names = ['app_a', 'app_b', 'defaultdb', '_schema_sync_scratch_1_a'];
    const usual = answering();
    const server = await start({
      answer: (text, params) =>
        text.includes('ORDER BY database_name') ? { rows: names.map((name) => ({ name })) } : usual(text, params),
    });
    const tenancy = driver.tenancy?.database;
    const list = async (pattern: string) => {
      const found: string[] = [];
      for await (const name of tenancy?.list({ ...site, url: urlOf(server) }, pattern, {}) ?? []) found.push(name);
      return found;
    };
    expect(await list('app_*')).toEqual(['app_a', 'app_b']);
    expect(await list('*')).toEqual(['app_a', 'app_b', 'defaultdb']);
    const [asked] = server.asked.filter(({ text }) => text.includes('ORDER BY database_name'));
    expect(asked?.text).toContain("database_name <> 'system'");
  });

  test('are connected to by name, whatever it holds', () => {
    const url = 'cockroachdb://app@one:26257,two:26257/shop?sslmode=disable';
    const at = (name: string) => driver.tenancy?.database?.at({ ...site, url }, name);
    const input = at('a/b?c');
    expect(input && driver.options(input)).toMatchObject({ database: 'a/b?c' });
    expect(() => at('')).toThrow(expect.objectContaining({ code: 'TENANT_INVALID' }));
  });
});
