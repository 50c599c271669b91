import { emptyCatalogue, type Hash, type Plan, readPlan } from '@sync/core';
import { expect, test } from 'vitest';
import { renameHint } from '../../renames.js';
import type { ContractOptions } from '../options.js';
import { canProve, goalFrom, goalOf, openSite, type Site } from '../site.js';

export function testLine(options: ContractOptions): void {
  testWays(options);
  testRenames(options);
  testPlans(options);
}

async function root(site: Site): Promise<Hash> {
  return (await site.inspect()).catalogue.root;
}

function testWays(options: ContractOptions): void {
  const { schemas } = options;
  const prove = canProve(options);

  const ways = [
    { name: 'from nothing to the first version', from: [], to: schemas.first },
    { name: 'from the first version to the second', from: schemas.first, to: schemas.second },
    { name: 'from the second version to the first', from: schemas.second, to: schemas.first },
    { name: 'from the first version to nothing', from: schemas.first, to: [] },
  ];

  test.each(ways)('$name: up, nothing left to do, down, and up again', async ({ from, to }) => {
    await using site = await openSite(options, from);
    const goal = await goalFrom(options, to);
    const base = await root(site);
    // A desired state that is empty names no schema, so that by itself nothing would be managed.
    const asked = { prove, schemas: 'all' } as const;
    const plan = await site.engine.plan(site.tenant, goal, asked);
    const report = await site.engine.apply(site.tenant, plan, { allow: 'all' });
    expect(report.outcome).toBe('done');
    expect(report.root).toBe(goal.catalogue.root);
    expect(await root(site)).toBe(goal.catalogue.root);
    expect(stepsOf(await site.engine.plan(site.tenant, goal, asked))).toEqual([]);
    await site.engine.down(site.tenant, plan, { allow: 'all' });
    expect(await root(site)).toBe(base);
    const again = await site.engine.plan(site.tenant, goal, asked);
    // Not the whole plan: an engine that puts a column back at the end has another layout, and the same schema.
    expect(again.base.root, 'the way down led to where the plan began').toBe(plan.base.root);
    expect(again.up, 'and from there the same way leads up').toEqual(plan.up);
    await site.engine.apply(site.tenant, plan, { allow: 'all' });
    expect(await root(site)).toBe(goal.catalogue.root);
  });
}

function testRenames(options: ContractOptions): void {
  const { schemas } = options;
  const renames = schemas.renames.map(renameHint);
  const prove = canProve(options);

  test('follows renames up and down', async () => {
    await using site = await openSite(options, schemas.first);
    const goal = await goalFrom(options, schemas.second);
    const base = await root(site);
    const plan = await site.engine.plan(site.tenant, goal, { renames, prove });
    await site.engine.apply(site.tenant, plan, { allow: 'all' });
    expect(await root(site)).toBe(goal.catalogue.root);
    expect(
      stepsOf(await site.engine.plan(site.tenant, goal, { renames, prove })),
      'a hint that was followed says nothing',
    ).toEqual([]);
    await site.engine.down(site.tenant, plan, { allow: 'all' });
    expect(await root(site)).toBe(base);
  });
}

function testPlans(options: ContractOptions): void {
  const { schemas } = options;
  const renames = schemas.renames.map(renameHint);
  const prove = canProve(options);

  test('proves a plan in scratch where there is any', async () => {
    await using site = await openSite(options, schemas.first);
    const plan = await site.engine.plan(site.tenant, await goalFrom(options, schemas.second), { renames, prove });
    if (prove) expect(plan.proof).toMatchObject({ up: true, down: true });
    else expect(plan.proof).toBeUndefined();
  });

  test('goes the way of a plan that was read from a file', async () => {
    await using site = await openSite(options);
    const goal = await goalFrom(options, schemas.first);
    const plan = await site.engine.plan(site.tenant, goal, { prove });
    const read = readPlan(JSON.stringify(plan), 'plan.json');
    expect(read.id).toBe(plan.id);
    await site.engine.apply(site.tenant, read);
    expect(await root(site)).toBe(goal.catalogue.root);
  });

  test('keeps the rows of what stays', async () => {
    await using site = await openSite(options, [...schemas.first, schemas.insert]);
    const plan = await site.engine.plan(site.tenant, await goalFrom(options, schemas.second), { renames, prove });
    await site.engine.apply(site.tenant, plan, { allow: 'all' });
    await site.engine.down(site.tenant, plan, { allow: 'all' });
    expect(await site.query(schemas.select), 'the row of `schemas.insert`').toHaveLength(1);
  });

  test('finds nothing to do between a database and itself', async () => {
    await using site = await openSite(options, schemas.first);
    const { catalogue, server } = await site.inspect();
    const validation = await site.engine.validate(site.tenant, goalOf(catalogue, server));
    expect(validation.inSync).toBe(true);
    expect((await site.engine.validate(site.tenant, goalOf(emptyCatalogue, server), { schemas: 'all' })).inSync).toBe(
      false,
    );
  });
}

function stepsOf(plan: Plan): readonly string[] {
  return plan.up.flatMap((batch) => batch.steps.map((step) => step.summary));
}
