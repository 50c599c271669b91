import {
  type Catalogue,
  type Compiled,
  createEngine,
  diff,
  emptyCatalogue,
  type Hazard,
  type HazardClass,
  hazardsOf,
  type Plan,
  plan,
  type Server,
} from '@sync/core';
import { expect, test } from 'vitest';
import { renameHint } from '../../renames.js';
import type { ContractOptions } from '../options.js';
import { goalFrom, goalOf } from '../site.js';

const classes: ReadonlySet<HazardClass> = new Set([
  'data-loss',
  'blocks-reads',
  'blocks-writes',
  'rewrite',
  'slow',
  'correctness',
  'access',
  'locks',
]);

export function testRender(options: ContractOptions): void {
  testSteps(options);
  testHazards(options);
}

function testSteps(options: ContractOptions): void {
  const { driver, schemas } = options;

  test.each(['create', 'drop', 'alter', 'rename'] as const)(
    'the samples make the driver %s something',
    async (verb) => {
      const { first, second } = await versionsOf(options);
      const { changes } = createEngine({ driver }).compare(first, second, { renames: schemas.renames.map(renameHint) });
      expect(changes.map((change) => change.verb)).toContain(verb);
    },
  );

  test('writes steps that a person can read and a server can run', async () => {
    for (const step of (await plansOf(options))
      .flatMap((each) => [...each.up, ...each.down])
      .flatMap((batch) => batch.steps)) {
      expect(step.summary).toMatch(/^\S.*\S$/);
      for (const statement of step.sql) expect(statement.text.trim()).not.toBe('');
    }
  });

  test('has something to say for every change', async () => {
    for (const each of await plansOf(options)) {
      const served = new Set(each.up.flatMap((batch) => batch.steps.map((step) => step.change)));
      const alone = each.changes.filter((change) => change.verb === 'create' || change.verb === 'alter');
      for (const change of alone) expect(served, `no step serves ${change.id}`).toContain(change.id);
    }
  });

  test('writes the same plan every time', async () => {
    const [once, again] = [await plansOf(options), await plansOf(options)];
    expect(again.map((each) => each.id)).toEqual(once.map((each) => each.id));
  });

  test('makes batches atomic where the engine is, and only there', async () => {
    const batches = (await plansOf(options)).flatMap((each) => [...each.up, ...each.down]);
    const atomic = batches.filter((batch) => batch.atomic);
    if (driver.capabilities.ddl === 'autocommit') expect(atomic).toEqual([]);
    else expect(atomic.length).toBeGreaterThan(0);
  });
}

function testHazards(options: ContractOptions): void {
  const { driver } = options;

  test('calls harm by a known class, with a code and words', async () => {
    const hazards = (await plansOf(options)).flatMap((each) => hazardsOf([...each.up, ...each.down]));
    for (const hazard of hazards) expectWellFormed(hazard);
  });

  test('calls the loss of rows by its name', async () => {
    const { first } = await versionsOf(options);
    const kinds = new Map(driver.kinds.map((kind) => [kind.kind, kind]));
    const tables = [...first.catalogue].filter((object) => kinds.get(object.kind)?.relation?.(object).type === 'table');
    const hazards = hazardsOf(planBetween(options, first.catalogue, emptyCatalogue, first.server).up);
    for (const table of tables) {
      const own = hazards.filter((hazard) => hazard.change === `drop ${table.address}` && hazard.class === 'data-loss');
      expect(own.length, `dropping ${table.address} loses rows`).toBeGreaterThan(0);
      for (const hazard of own) expect(hazard.reversible).toBe(false);
    }
  });

  test('sees no loss where something is only added', async () => {
    const { first } = await versionsOf(options);
    const hazards = hazardsOf(planBetween(options, emptyCatalogue, first.catalogue, first.server).up);
    expect(hazards.filter((hazard) => hazard.gated)).toEqual([]);
  });
}

interface Versions {
  readonly first: Compiled;
  readonly second: Compiled;
}

async function versionsOf(options: ContractOptions): Promise<Versions> {
  const { schemas } = options;
  return { first: await goalFrom(options, schemas.first), second: await goalFrom(options, schemas.second) };
}

/** From nothing to the first version, on to the second, and back again. */
async function plansOf(options: ContractOptions): Promise<readonly Plan[]> {
  const { first, second } = await versionsOf(options);
  const empty = goalOf(emptyCatalogue, first.server);
  const pairs = [
    [empty, first],
    [first, second],
    [second, first],
    [first, empty],
  ] as const;
  return pairs.map(([base, goal]) => planBetween(options, base.catalogue, goal.catalogue, first.server));
}

function planBetween({ driver }: ContractOptions, base: Catalogue, goal: Catalogue, server: Server | undefined): Plan {
  if (!server) return expect.fail('what is read from a server knows it');
  const difference = diff(base, goal, { driver, server });
  return plan(difference, { driver, server, reading: { exclude: [], with: [], claimed: [] } });
}

function expectWellFormed(hazard: Hazard): void {
  expect(classes, hazard.code).toContain(hazard.class);
  expect(hazard.code).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(hazard.message.trim()).not.toBe('');
  expect(hazard.reversible).toBeTypeOf('boolean');
}
