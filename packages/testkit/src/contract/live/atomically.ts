import { type AtomicOptions, type Committed, type Connection, inspect, isSyncError, type Statement } from '@sync/core';
import { expect, test } from 'vitest';
import { failureOf } from '../../failure.js';
import { renameHint } from '../../renames.js';
import type { ContractOptions } from '../options.js';
import { canProve, goalFrom, openSite } from '../site.js';

export function testAtomically(options: ContractOptions): void {
  if (options.driver.capabilities.ddl === 'autocommit') testAutocommit(options);
  else testTransactions(options);
  testSettings(options);
}

function testAutocommit(options: ContractOptions): void {
  test('is not offered by an engine that commits each statement by itself', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    expect(connection.atomically).toBeUndefined();
  });
}

function testTransactions(options: ContractOptions): void {
  testAllOrNothing(options);
  testTokens(options);
  testChecks(options);
  testCancelling(options);
}

function firstOf({ schemas }: ContractOptions): readonly Statement[] {
  return schemas.first.map((text) => ({ text }));
}

function testAllOrNothing(options: ContractOptions): void {
  const { schemas, driver } = options;
  const first = firstOf(options);

  test('commits all of the statements, each announced in its turn where they are sent one by one', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const announced: number[] = [];
    await atomically(connection, first, { onStatement: (index) => announced.push(index) });
    expect([[], first.map((_, index) => index)]).toContainEqual(announced);
    expect((await site.inspect()).catalogue.root).toBe((await goalFrom(options, schemas.first)).catalogue.root);
  });

  test('commits none of them when the last one fails', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const error = await failureOf(() => atomically(connection, [...first, { text: schemas.refused }]));
    expect(error.code).toBe('STATEMENT_FAILED');
    expect((await site.inspect()).catalogue.size).toBe(0);
  });

  test('works again after it failed', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    await failureOf(() => atomically(connection, [...first, { text: schemas.refused }]));
    await atomically(connection, first);
    expect((await inspect(connection, driver)).catalogue.size).toBeGreaterThan(0);
  });
}

/** Only where the engine keeps something that tells one schema from the next. */
function testTokens(options: ContractOptions): void {
  const { schemas } = options;
  const first = firstOf(options);

  test('knows the schema by a token that changes with it, wherever that is done, and not with rows', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const tokens = [await connection.schemaToken?.()];
    if (tokens[0] === undefined) return;
    for (const text of schemas.first) {
      await site.run([text]);
      tokens.push(await connection.schemaToken?.());
    }
    expect(new Set(tokens).size).toBe(tokens.length);
    await site.run([schemas.insert]);
    expect(await connection.schemaToken?.()).toBe(tokens.at(-1));
  });

  test('tells the token that it began from and the one that it left', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const before = await connection.schemaToken?.();
    const { schema } = await atomically(connection, first);
    const after = await connection.schemaToken?.();
    expect(schema).toEqual(before === undefined ? undefined : { before, after });
  });

  test('runs nothing where the schema is no longer the one of the token', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const schemaToken = await connection.schemaToken?.();
    if (schemaToken === undefined) return;
    await site.run(schemas.first);
    const announced: number[] = [];
    const onStatement = (index: number) => announced.push(index);
    const error = await failureOf(() =>
      atomically(connection, [{ text: schemas.insert }], { schemaToken, onStatement }),
    );
    expect(error.code).toBe('BASE_MISMATCH');
    expect(error.hint).toBeTruthy();
    expect(announced).toEqual([]);
    expect(await site.query(schemas.select)).toEqual([]);
    const now = await connection.schemaToken?.();
    await atomically(connection, [{ text: schemas.insert }], { ...(now !== undefined && { schemaToken: now }) });
    expect(await site.query(schemas.select)).toHaveLength(1);
  });
}

function testChecks(options: ContractOptions): void {
  const { schemas } = options;
  const first = firstOf(options);

  test('lets a check pass that finds nothing', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const check = { text: schemas.select, check: { message: 'there are rows' } };
    await atomically(connection, [...first, check]);
    expect((await site.inspect()).catalogue.size).toBeGreaterThan(0);
  });

  test('rolls back when a check finds something, in the words of the check', async () => {
    await using site = await openSite(options, schemas.first);
    await using connection = await site.connect();
    const check = { text: schemas.select, check: { message: 'there are rows', hint: 'take them away' } };
    const error = await failureOf(() => atomically(connection, [{ text: schemas.insert }, check]));
    expect(error.code).toBe('CHECK_FAILED');
    expect(error.message).toContain('there are rows');
    expect(error.hint).toContain('take them away');
    expect(await site.query(schemas.select)).toEqual([]);
  });
}

function testCancelling(options: ContractOptions): void {
  const first = firstOf(options);

  test('rolls back when it is cancelled between two statements', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const controller = new AbortController();
    const attempt = atomically(connection, first, { signal: controller.signal, onStatement: () => controller.abort() });
    const code = await attempt.then(
      () => 'committed',
      (error: unknown) => (isSyncError(error) ? error.code : error),
    );
    // What is sent in one piece cannot be cancelled in between: then it is done, and whole.
    expect(code).toBe(controller.signal.aborted ? 'CANCELLED' : 'committed');
    const whole = controller.signal.aborted ? 0 : (await goalFrom(options, options.schemas.first)).catalogue.size;
    expect((await site.inspect()).catalogue.size).toBe(whole);
  });

  test('does not begin once it is cancelled', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const announced: number[] = [];
    const attempt = atomically(connection, first, {
      signal: AbortSignal.abort(),
      onStatement: (index) => announced.push(index),
    });
    expect((await failureOf(() => attempt)).code).toBe('CANCELLED');
    expect(announced).toEqual([]);
    expect((await site.inspect()).catalogue.size).toBe(0);
  });
}

/** Settings come with a batch, or with each statement where there are no batches. */
function testSettings(options: ContractOptions): void {
  const { schemas } = options;

  test('leaves the settings of the session as they were, whether it succeeds or not', async () => {
    await using site = await openSite(options, schemas.first);
    const goal = await goalFrom(options, schemas.second);
    const renames = schemas.renames.map(renameHint);
    const plan = await site.engine.plan(site.tenant, goal, { renames, prove: canProve(options) });
    const batches = [...plan.up, ...plan.down].filter((batch) => Object.keys(batch.settings).length > 0);
    const probes = schemas.settings ?? [];
    if (batches.length > 0)
      expect(probes, 'the plans set something: say in `schemas.settings` how to see it').not.toEqual([]);
    await using connection = await site.connect();
    const look = async () => JSON.stringify(await Promise.all(probes.map((text) => connection.query({ text }))));
    const before = await look();
    for (const { settings, atomic } of batches) {
      const run = (text: string) =>
        atomic ? atomically(connection, [{ text }], { settings }) : connection.execute({ text }, { settings });
      await run(schemas.select);
      expect(await look()).toBe(before);
      await failureOf(() => run(schemas.refused));
      expect(await look()).toBe(before);
    }
  });
}

async function atomically(
  connection: Connection,
  statements: readonly Statement[],
  options?: AtomicOptions,
): Promise<Committed> {
  if (!connection.atomically) expect.fail('an engine with transactional DDL has atomically()');
  return await connection.atomically(statements, options);
}
