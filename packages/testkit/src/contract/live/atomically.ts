import { type AtomicOptions, type Connection, inspect, type Statement } from '@sync/core';
import { expect, test } from 'vitest';
import { failureOf } from '../../failure.js';
import { renameHint } from '../../renames.js';
import type { ContractOptions } from '../options.js';
import { canProve, goalFrom, openSite } from '../site.js';

export function testAtomically(options: ContractOptions): void {
  if (options.driver.capabilities.ddl === 'autocommit') testAutocommit(options);
  else testTransactions(options);
}

function testAutocommit(options: ContractOptions): void {
  test('is not offered by an engine that commits each statement by itself', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    expect(connection.atomically).toBeUndefined();
  });
}

function testTransactions(options: ContractOptions): void {
  const { schemas, driver } = options;
  const first: readonly Statement[] = schemas.first.map((text) => ({ text }));

  test('commits all of the statements, each announced in its turn', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const announced: number[] = [];
    await atomically(connection, first, { onStatement: (index) => announced.push(index) });
    expect(announced).toEqual(first.map((_, index) => index));
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

  test('rolls back when it is cancelled between two statements', async () => {
    await using site = await openSite(options);
    await using connection = await site.connect();
    const controller = new AbortController();
    const onStatement = (index: number) => {
      if (index === first.length - 1) controller.abort();
    };
    const error = await failureOf(() =>
      atomically(connection, [...first, ...first.slice(0, 1)], { signal: controller.signal, onStatement }),
    );
    expect(error.code).toBe('CANCELLED');
    expect((await site.inspect()).catalogue.size).toBe(0);
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

  test('leaves the settings of the session as they were, whether it commits or not', async () => {
    await using site = await openSite(options, schemas.first);
    const goal = await goalFrom(options, schemas.second);
    const plan = await site.engine.plan(site.tenant, goal, {
      renames: schemas.renames.map(renameHint),
      prove: canProve(options),
    });
    const batches = [...plan.up, ...plan.down].filter((batch) => Object.keys(batch.settings).length > 0);
    const probes = schemas.settings ?? [];
    if (batches.length > 0)
      expect(probes.length, 'the plans set something: say in `schemas.settings` how to see it').toBeGreaterThan(0);
    await using connection = await site.connect();
    const look = async () => JSON.stringify(await Promise.all(probes.map((text) => connection.query({ text }))));
    const before = await look();
    for (const { settings } of batches) {
      await atomically(connection, [{ text: schemas.select }], { settings });
      expect(await look()).toBe(before);
      await failureOf(() => atomically(connection, [{ text: schemas.refused }], { settings }));
      expect(await look()).toBe(before);
    }
  });
}

async function atomically(
  connection: Connection,
  statements: readonly Statement[],
  options?: AtomicOptions,
): Promise<void> {
  if (!connection.atomically) expect.fail('an engine with transactional DDL has atomically()');
  await connection.atomically(statements, options);
}
