import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from '@sync/core';
import { expect, test } from 'vitest';
import { failureOf, wordsOf } from '../../failure.js';
import { type BadTarget, type ContractOptions, inputOf } from '../options.js';
import { openSite } from '../site.js';

export function testConnect(options: ContractOptions): void {
  testSessions(options);
  testMissing(options);
  testBadTargets(options);
  testFiles(options);
  testDrop(options);
}

/** What was dropped is gone, and can be made again with nothing in it. */
function testDrop(options: ContractOptions): void {
  const { driver, schemas } = options;
  const { drop } = driver;
  if (!drop) return;
  test('drops a database with all that it holds', async () => {
    await using site = await openSite(options, [...schemas.first, schemas.insert]);
    const how = driver.options(site.input);
    await drop(how);
    expect((await failureOf(() => site.connect('read'))).code).toBe('CONNECTION_FAILED');
    expect((await failureOf(() => drop(how))).code, 'twice').not.toBe('INTERNAL');
    await using again = await driver.connect(how, { access: 'write', missing: 'make' });
    expect((await failureOf(() => again.query({ text: schemas.select }))).code).toBe('STATEMENT_FAILED');
  });
}

/** A database that is a file is where its path says, whatever is in that; it is made when it is written. */
function testFiles({ driver }: ContractOptions): void {
  const { fileUrl } = driver;
  if (!fileUrl) return;
  test.each(['kept.db', 'with space.db', 'per%20cent?a=b#c.db'])('leads to the file %s by its URL', async (name) => {
    const directory = await mkdtemp(join(tmpdir(), 'contract-'));
    try {
      const options = driver.options({ url: fileUrl(join(directory, name)), directory: '/' });
      await using connection = await driver.connect(options, { access: 'write', missing: 'make' });
      expect(connection.missing).toBeUndefined();
      expect(await readdir(directory)).toEqual([name]);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
}

function testSessions(options: ContractOptions): void {
  const { schemas } = options;

  test('says what is at the other end', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const { server, database } = connection;
    expect(server.product.trim()).not.toBe('');
    expect(server.version.length).toBeGreaterThan(0);
    for (const part of server.version)
      expect(Number.isSafeInteger(part) && part >= 0, `version ${server.version.join('.')}`).toBe(true);
    expect(database.trim()).not.toBe('');
  });

  test('sees in one connection what another one wrote', async () => {
    await using site = await openSite(options, schemas.first);
    await using reader = await site.connect('read');
    expect(await reader.query({ text: schemas.select })).toEqual([]);
    await site.run([schemas.insert]);
    expect(await reader.query({ text: schemas.select })).toHaveLength(1);
  });

  test('turns what the server refuses into an error with its own words', async () => {
    await using site = await openSite(options, schemas.first);
    await using connection = await site.connect();
    for (const attempt of ['execute', 'query'] as const) {
      const error = await failureOf(() => connection[attempt]({ text: schemas.refused }));
      expect(error.code).toBe('STATEMENT_FAILED');
      expect(error.cause).toBeInstanceOf(Error);
    }
    expect(await connection.query({ text: schemas.select }), 'the connection still works').toEqual([]);
  });

  test('executes each of several statements, whatever becomes of those ahead of it, where it sends them together', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const statements = [schemas.refused, ...schemas.first].map((text) => ({ text }));
    const refusals = await connection.executeEach?.(statements);
    if (!refusals) return;
    expect(refusals.map((refusal) => refusal?.code)).toEqual([
      'STATEMENT_FAILED',
      ...schemas.first.map(() => undefined),
    ]);
    expect(await site.query(schemas.select)).toEqual([]);
  });

  test('executes nothing once it is cancelled', async () => {
    await using site = await openSite(options, schemas.first);
    await using connection = await site.connect();
    const error = await failureOf(() => connection.execute({ text: schemas.insert }, { signal: AbortSignal.abort() }));
    expect(error.code).toBe('CANCELLED');
    expect(await site.query(schemas.select)).toEqual([]);
  });

  test('does not connect once it is cancelled', async () => {
    await using site = await openSite(options);
    const error = await failureOf(async () => {
      await using _ = await site.connect('read', AbortSignal.abort());
    });
    expect(error.code).toBe('CANCELLED');
  });

  test('answers nothing once it is closed', async () => {
    await using site = await openSite(options, schemas.first);
    const connection = await site.connect();
    await connection[Symbol.asyncDispose]();
    const error = await failureOf(() => connection.query({ text: schemas.select }));
    expect(error.code).toBe('CONNECTION_LOST');
    await connection[Symbol.asyncDispose]();
  });
}

function testMissing(options: ContractOptions): void {
  const { driver, schemas } = options;

  test('stands in for a database that is not there, and makes none', async () => {
    await using target = disposable(await options.target());
    const settings = driver.options(inputOf(target));
    const standIn = async () => driver.connect(settings, { access: 'read', missing: 'stand-in' });
    {
      await using connection = await standIn();
      // Where databases are made by others, this one is there.
      if (!connection.missing) return;
      expect((await inspect(connection, driver)).catalogue.size).toBe(0);
    }
    const error = await failureOf(() => driver.connect(settings, { access: 'write', missing: 'refuse' }));
    expect(error.code).toBe('CONNECTION_FAILED');
    const [text = ''] = schemas.first;
    await using made = await driver.connect(settings, { access: 'write', missing: 'make' });
    await made.execute({ text });
    await using found = await standIn();
    expect(found.missing).toBeUndefined();
    expect((await inspect(found, driver)).catalogue.size).toBe(1);
  });
}

function testBadTargets(options: ContractOptions): void {
  const { driver, schemas } = options;
  const bad = Object.entries<BadTarget | undefined>({ ...options.badTargets }).flatMap(([name, make]) =>
    make ? [{ name, make }] : [],
  );

  test('has places that cannot be connected to', () => {
    expect(bad.length, 'every engine has at least one way not to be there').toBeGreaterThan(0);
  });

  test.each(bad)('fails with a hint and no secret where the target is bad: $name', async ({ make }) => {
    const error = await failToConnect(make);
    expect(['CONNECTION_FAILED', 'PERMISSION_DENIED']).toContain(error.code);
    expect(error.hint).toBeTruthy();
  });

  test('fails in different words for different reasons', async () => {
    const messages: string[] = [];
    for (const { make } of bad) messages.push((await failToConnect(make)).hint ?? '');
    expect(new Set(messages).size, messages.join('\n')).toBe(bad.length);
  });

  async function failToConnect(make: BadTarget) {
    await using target = disposable(await make());
    const input = inputOf(target);
    const error = await failureOf(async () => {
      await using connection = await driver.connect(driver.options(input), { access: 'read' });
      // Some engines look at what they opened only when they are asked something.
      await connection.query({ text: schemas.select });
    });
    for (const secret of secretsOf(input.url, input.settings)) expect(wordsOf(error)).not.toContain(secret);
    return error;
  }
}

function disposable<T extends { [Symbol.asyncDispose]?(): Promise<void> }>(target: T): T & AsyncDisposable {
  return { ...target, [Symbol.asyncDispose]: async () => target[Symbol.asyncDispose]?.() };
}

function secretsOf(url: string, settings: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const password = URL.canParse(url) ? decodeURIComponent(new URL(url).password) : '';
  const own = typeof settings.password === 'string' ? settings.password : '';
  return [password, own].filter((text) => text !== '');
}
