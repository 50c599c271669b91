import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, inspect } from '@sync/core';
import { expect, test } from 'vitest';
import { failureOf } from '../../failure.js';
import type { ContractOptions } from '../options.js';
import { goalFrom, openSite, type Site } from '../site.js';

export function testScratch(options: ContractOptions): void {
  if (options.driver.scratch) testScratchDatabases(options);
  else testWithoutScratch(options);
}

function testScratchDatabases(options: ContractOptions): void {
  const { driver, schemas } = options;
  const open = ({ input }: Site): Promise<Connection> =>
    driver.scratch?.(driver.options(input)) ?? expect.fail('this driver has scratch databases');
  const build = async (connection: Connection) => {
    for (const text of schemas.first) await connection.execute({ text });
  };

  test('is empty beside a target that is not', async () => {
    await using site = await openSite(options, schemas.first);
    await using scratch = await open(site);
    expect((await inspect(scratch, driver)).catalogue.size).toBe(0);
  });

  test('is of the same engine as the target', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    await using scratch = await open(site);
    expect(scratch.server.product).toBe(connection.server.product);
    if (driver.likeness) expect(driver.likeness(connection.server, scratch.server)).toBe('alike');
    else expect(scratch.server.version).toEqual(connection.server.version);
  });

  test('builds what the target would', async () => {
    await using site = await openSite(options);
    await using scratch = await open(site);
    await build(scratch);
    const root = (await goalFrom(options, schemas.first)).catalogue.root;
    expect((await inspect(scratch, driver)).catalogue.root).toBe(root);
  });

  test('is separate from the target and from any other', async () => {
    await using site = await openSite(options);
    await using one = await open(site);
    await using two = await open(site);
    await build(one);
    expect((await inspect(two, driver)).catalogue.size).toBe(0);
    expect((await site.inspect()).catalogue.size).toBe(0);
  });

  test('is gone once it is disposed of', async () => {
    await using site = await openSite(options);
    const scratch = await open(site);
    await build(scratch);
    await scratch[Symbol.asyncDispose]();
    await failureOf(() => scratch.query({ text: schemas.select }));
    await using next = await open(site);
    expect((await inspect(next, driver)).catalogue.size).toBe(0);
  });

  test('is not opened once that is cancelled', async () => {
    await using site = await openSite(options);
    const error = await failureOf(async () => {
      await using _ = await driver.scratch?.(driver.options(site.input), AbortSignal.abort());
    });
    expect(error.code).toBe('CANCELLED');
  });

  test('brings a file in any order into the form that the server gives it', async () => {
    await using site = await openSite(options, schemas.first);
    await using folder = await sourceFolder([...schemas.first].reverse());
    const { inSync, difference } = await site.engine.validate(site.tenant, folder.path);
    expect(difference.changes.map((change) => change.id)).toEqual([]);
    expect(inSync).toBe(true);
  });
}

function testWithoutScratch(options: ContractOptions): void {
  test('is refused by name, with the ways out, where a file of statements needs one', async () => {
    await using site = await openSite(options);
    await using folder = await sourceFolder(options.schemas.first);
    const error = await failureOf(() => site.engine.plan(site.tenant, folder.path));
    expect(error.code).toBe('SCRATCH_UNAVAILABLE');
    expect(error.hint).toBeTruthy();
  });

  test('is refused by name where a plan is to be proven', async () => {
    await using site = await openSite(options);
    const goal = await goalFrom(options, options.schemas.first);
    const error = await failureOf(() => site.engine.plan(site.tenant, goal));
    expect(error.code).toBe('SCRATCH_UNAVAILABLE');
    expect((await site.inspect()).catalogue.size).toBe(0);
  });
}

async function sourceFolder(statements: readonly string[]): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'schema-sync-contract-'));
  await writeFile(join(path, 'schema.sql'), `${statements.join(';\n\n')};\n`);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
