import {
  type Batch,
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
]);

export function testRender(options: ContractOptions): void {
  const { driver, schemas } = options;
  const engine = createEngine({ driver });
  const renames = schemas.renames.map(renameHint);

  test.each(['create', 'drop', 'alter', 'rename'] as const)(
    'the samples make the driver %s something',
    async (verb) => {
      const { first, second } = await versions();
      const changes = engine.compare(first, second, { renames }).changes;
      expect(changes.map((change) => change.verb)).toContain(verb);
    },
  );

  test('writes steps that a person can read and a server can run', async () => {
    for (const each of await plans()) {
      for (const step of [...each.up, ...each.down].flatMap((batch) => batch.steps)) {
        expect(step.summary).toMatch(/^\S.*\S$/);
        for (const statement of step.sql) expect(statement.text.trim()).not.toBe('');
        for (const hazard of step.hazards) expectWellFormed(hazard);
      }
    }
  });

  test('has something to say for every change', async () => {
    for (const each of await plans()) {
      const served = new Set([...each.up].flatMap((batch) => batch.steps.map((step) => step.change)));
      const alone = each.changes.filter((change) => change.verb === 'create' || change.verb === 'alter');
      for (const change of alone) expect(served, `no step serves ${change.id}`).toContain(change.id);
    }
  });

  test('writes the same plan every time', async () => {
    const [once, again] = [await plans(), await plans()];
    expect(again.map((each) => each.id)).toEqual(once.map((each) => each.id));
  });

  test('calls the loss of rows by its name', async () => {
    const { first } = await versions();
    const tables = [...first.catalogue].filter(
      (object) => driver.kinds.find((kind) => kind.kind === object.kind)?.relation?.(object).type === 'table',
    );
    const hazards = hazardsOf(planned(first.catalogue, emptyCatalogue, first.server).up);
    for (const table of tables) {
      const own = hazards.filter((hazard) => hazard.change === `drop ${table.address}` && hazard.class === 'data-loss');
      expect(own.length, `dropping ${table.address} loses rows`).toBeGreaterThan(0);
      for (const hazard of own) expect(hazard.reversible).toBe(false);
    }
  });

  test('sees no loss where something is only added', async () => {
    const { first } = await versions();
    const hazards = hazardsOf(planned(emptyCatalogue, first.catalogue, first.server).up);
    expect(hazards.filter((hazard) => hazard.gated)).toEqual([]);
  });

  test('makes batches atomic only where the engine is', async () => {
    const atomic = (batches: readonly Batch[]) => batches.filter((batch) => batch.atomic);
    for (const each of await plans()) {
      if (driver.capabilities.ddl === 'autocommit') expect(atomic([...each.up, ...each.down])).toEqual([]);
    }
  });

  async function versions(): Promise<{ readonly first: Compiled; readonly second: Compiled }> {
    return { first: await goalFrom(options, schemas.first), second: await goalFrom(options, schemas.second) };
  }

  async function plans(): Promise<readonly Plan[]> {
    const { first, second } = await versions();
    const empty = goalOf(emptyCatalogue, first.server);
    const pairs = [
      [empty, first],
      [first, second],
      [second, first],
      [first, empty],
    ] as const;
    return pairs.map(([base, goal]) => planned(base.catalogue, goal.catalogue, first.server));
  }

  function planned(base: Catalogue, goal: Catalogue, server: Server | undefined): Plan {
    if (!server) return expect.fail('what is read from a server knows it');
    const difference = diff(base, goal, { driver, server });
    return plan(difference, { driver, server, reading: { exclude: [], with: [], claimed: [] } });
  }
}

function expectWellFormed(hazard: Hazard): void {
  expect(classes, hazard.code).toContain(hazard.class);
  expect(hazard.code).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(hazard.message.trim()).not.toBe('');
  expect(hazard.reversible).toBeTypeOf('boolean');
}
