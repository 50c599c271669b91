import type { Compiled } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../failure.js';
import type { ContractOptions } from '../options.js';
import { canProve, goalFrom, goalOf, openSite, type Site } from '../site.js';

/** Each capability both ways: declared, it works; not declared, it is refused before anything happens. */
export function testCapabilities(options: ContractOptions): void {
  const { driver } = options;
  describe('readOnly', () => (driver.capabilities.readOnly ? testReadOnly(options) : testWithoutReadOnly(options)));
  describe('seeds', () => (driver.seed ? testSeeds(options) : testWithoutSeeds(options)));
}

function testReadOnly(options: ContractOptions): void {
  const { schemas } = options;

  test('keeps a connection that asked to read from writing rows', async () => {
    await using site = await openSite(options, schemas.first);
    await using reader = await site.connect('read');
    for (const attempt of ['execute', 'query'] as const)
      await failureOf(() => reader[attempt]({ text: schemas.insert }));
    expect(await site.query(schemas.select)).toEqual([]);
  });

  test('keeps a connection that asked to read from changing the schema, one by one and together', async () => {
    await using site = await openSite(options);
    await using reader = await site.connect('read');
    const [text = ''] = schemas.first;
    await failureOf(() => reader.execute({ text }));
    if (reader.atomically) await failureOf(() => reader.atomically?.([{ text }]));
    expect((await site.inspect()).catalogue.size).toBe(0);
  });

  test('lets an audit read everything and leave no trace', async () => {
    await using site = await openSite(options, [...schemas.first, schemas.insert]);
    const before = (await site.inspect()).catalogue.root;
    const { inspection, history } = await site.engine.audit(site.tenant);
    expect(inspection.catalogue.root).toBe(before);
    expect(history).toEqual([]);
    expect((await site.inspect()).unmanaged).toEqual(inspection.unmanaged);
  });
}

function testWithoutReadOnly(options: ContractOptions): void {
  test('is refused by name where an audit needs it, with what to do instead', async () => {
    await using site = await openSite(options, options.schemas.first);
    const error = await failureOf(() => site.engine.audit(site.tenant));
    expect(error.code).toBe('CAPABILITY_MISSING');
    expect(error.message).toContain(options.driver.name);
    expect(error.hint).toBeTruthy();
  });
}

async function seeded(options: ContractOptions, site: Site): Promise<Compiled> {
  const { catalogue, server } = await goalFrom(options, options.schemas.first);
  expect((await site.inspect()).catalogue.root).toBe(catalogue.root);
  return { ...goalOf(catalogue, server), seeds: [options.schemas.seed] };
}

function testSeeds(options: ContractOptions): void {
  const { driver, schemas } = options;
  const prove = canProve(options);

  test('writes the rows that are missing, and once they are there, none', async () => {
    await using site = await openSite(options, schemas.first);
    const goal = await seeded(options, site);
    const plan = await site.engine.plan(site.tenant, goal, { seeds: true, prove });
    expect(plan.up.flatMap((batch) => batch.steps)).toHaveLength(1);
    await site.engine.apply(site.tenant, plan);
    expect((await site.engine.plan(site.tenant, goal, { seeds: true, prove })).up).toEqual([]);
  });

  test('writes rows a second time without harm', async () => {
    await using site = await openSite(options, schemas.first);
    const texts = driver.seed?.(schemas.seed) ?? [];
    expect(texts.length).toBeGreaterThan(0);
    await using connection = await site.connect();
    for (const statement of [...texts, ...texts]) await connection.execute(statement);
    const goal = await seeded(options, site);
    expect((await site.engine.plan(site.tenant, goal, { seeds: true, prove })).up).toEqual([]);
  });

  test('leaves rows out where nobody asked for them', async () => {
    await using site = await openSite(options, schemas.first);
    expect((await site.engine.plan(site.tenant, await seeded(options, site), { prove })).up).toEqual([]);
  });
}

function testWithoutSeeds(options: ContractOptions): void {
  test('are refused by name, with what to do instead', async () => {
    await using site = await openSite(options, options.schemas.first);
    const goal = await seeded(options, site);
    const error = await failureOf(() => site.engine.plan(site.tenant, goal, { seeds: true, prove: canProve(options) }));
    expect(error.code).toBe('CAPABILITY_MISSING');
    expect(error.hint).toBeTruthy();
  });
}
