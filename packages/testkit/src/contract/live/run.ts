import { isSyncError, type RunEvent, tenantContext } from '@sync/core';
import { expect, test } from 'vitest';
import { failureOf } from '../../failure.js';
import { renameHint } from '../../renames.js';
import type { ContractOptions } from '../options.js';
import { canProve, goalFrom, goalOf, openSite, type Site } from '../site.js';

export function testRun(options: ContractOptions): void {
  testJournal(options);
  testDeath(options);
  testRefusals(options);
  testProgress(options);
}

function testJournal(options: ContractOptions): void {
  const { schemas } = options;
  const prove = canProve(options);

  test('writes every run and step into the journal, which no inspection sees', async () => {
    await using site = await openSite(options);
    const goal = await goalFrom(options, schemas.first);
    expect(await site.engine.history(site.tenant)).toEqual([]);
    const plan = await site.engine.plan(site.tenant, goal, { prove });
    const { run } = await site.engine.apply(site.tenant, plan);
    await site.engine.down(site.tenant, run, { allow: 'all' });
    const history = await site.engine.history(site.tenant);
    expect(history.map((entry) => [entry.direction, entry.outcome]).sort()).toEqual([
      ['down', 'done'],
      ['up', 'done'],
    ]);
    const up = history.find((entry) => entry.run === run);
    expect(up).toMatchObject({ tenant: site.tenant.id, plan: plan.id, base: plan.base.root, goal: plan.goal.root });
    const steps = plan.up.flatMap((batch) => batch.steps);
    expect(up?.steps.map((step) => [step.step, step.summary, step.outcome])).toEqual(
      steps.map((step) => [step.number, step.summary, 'done']),
    );
    expect((await site.engine.planOf(site.tenant, run)).id).toBe(plan.id);
    expect((await site.inspect()).catalogue.size).toBe(0);
    expect(await site.engine.prune(site.tenant, { keep: 1 })).toHaveLength(2);
    await expect(site.engine.planOf(site.tenant, run)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await site.engine.prune(site.tenant, { keep: 1 })).toEqual([]);
    expect(await site.engine.history(site.tenant)).toHaveLength(2);
  });

  test('tells what somebody changed of what the journal says', async () => {
    await using site = await openSite(options);
    const goal = await goalFrom(options, schemas.first);
    const { run } = await site.engine.apply(site.tenant, await site.engine.plan(site.tenant, goal, { prove }));
    await site.engine.down(site.tenant, run, { allow: 'all' });
    const followed = await site.engine.verifyJournal(site.tenant);
    expect(followed).toMatchObject({ runs: 2, unchained: 0, breaks: [], cutShort: [], missing: [] });
    await tamper(site, run);
    const { breaks } = await site.engine.verifyJournal(site.tenant);
    expect(breaks).toEqual([
      { entry: 2, message: expect.stringContaining('is no entry') },
      { entry: 3, message: expect.stringContaining('does not follow') },
      expect.objectContaining({ run, message: expect.stringContaining('was changed') }),
    ]);
  });
}

/** Changes an entry of the trail, and says that somebody else ran what was run. */
async function tamper({ driver, connect }: Site, run: string): Promise<void> {
  const { quote, bookkeeping } = driver.dialect;
  const [hash, place, entry, user, whole] = ['tenant_hash', 'place', 'entry', 'user_name', 'run'].map(quote);
  const [trail, runs] = ['_schema_sync_trail', '_schema_sync_runs'].map(quote);
  const [first, second, third] = [1, 2, 3].map((at) => bookkeeping.placeholder(at));
  await using connection = await connect();
  const [row] = await connection.query({ text: `SELECT ${hash} FROM ${trail}` });
  const text = `UPDATE ${trail} SET ${entry} = ${first} WHERE ${hash} = ${second} AND ${place} = ${third}`;
  await connection.execute({ text, params: ['none', String(row?.tenant_hash), 2] });
  await connection.execute({
    text: `UPDATE ${runs} SET ${user} = ${first} WHERE ${whole} = ${second}`,
    params: ['somebody', run],
  });
}

function testDeath(options: ContractOptions): void {
  const { schemas } = options;
  const prove = canProve(options);

  test('closes the books of a run that died, once the same tenant runs again', async () => {
    await using site = await openSite(options);
    const other = tenantContext({ id: 'another', target: site.input });
    const first = await goalFrom(options, schemas.first);
    const plan = await site.engine.plan(site.tenant, first, { prove });
    const { run } = await site.engine.apply(site.tenant, plan);
    await leaveRunning(site, run);
    const outcomes = async () => {
      const entry = (await site.engine.history(site.tenant)).find((each) => each.run === run);
      return [entry?.outcome, ...(entry?.steps.map((step) => step.outcome) ?? [])];
    };
    const steps = plan.up.flatMap((batch) => batch.steps);
    const nothing = await site.engine.plan(other, await goalFrom(options, []), { prove });
    await site.engine.apply(other, nothing, { allow: 'all' });
    expect((await outcomes()).slice(0, 2)).toEqual(['running', 'running']);
    await site.engine.apply(site.tenant, await site.engine.plan(site.tenant, first, { prove }));
    const [last, step, ...others] = await outcomes();
    expect([last, step]).toEqual(['died', 'died']);
    expect(others).toEqual(steps.slice(1).map(() => 'done'));
    expect(await site.engine.verifyJournal(site.tenant)).toMatchObject({ breaks: [], cutShort: [] });
  });
}

/** Takes back what a run and its first step wrote last, as if the process had ended before. */
async function leaveRunning({ driver, connect }: Site, run: string): Promise<void> {
  const { quote, bookkeeping } = driver.dialect;
  const [outcome, whole, step] = ['outcome', 'run', 'step'].map(quote);
  const set = (table: string) =>
    `UPDATE ${quote(table)} SET ${outcome} = ${bookkeeping.placeholder(1)} WHERE ${whole} = ${bookkeeping.placeholder(2)}`;
  await using connection = await connect();
  await connection.execute({ text: set('_schema_sync_runs'), params: ['running', run] });
  const text = `${set('_schema_sync_steps')} AND ${step} = ${bookkeeping.placeholder(3)}`;
  await connection.execute({ text, params: ['running', run, 1] });
}

function testRefusals(options: ContractOptions): void {
  const { schemas } = options;
  const prove = canProve(options);

  test('refuses to begin from another state than the plan does', async () => {
    await using site = await openSite(options);
    const plan = await site.engine.plan(site.tenant, await goalFrom(options, schemas.second), { prove });
    await site.run(schemas.first);
    const before = (await site.inspect()).catalogue.root;
    const error = await failureOf(() => site.engine.apply(site.tenant, plan, { allow: 'all' }));
    expect(error.code).toBe('BASE_MISMATCH');
    expect((await site.inspect()).catalogue.root).toBe(before);
  });

  test('does no harm that nobody allowed', async () => {
    await using site = await openSite(options, [...schemas.first, schemas.insert]);
    const nothing = await goalFrom(options, []);
    // A desired state that is empty names no schema, so that by itself nothing would be managed.
    const plan = await site.engine.plan(site.tenant, nothing, { prove, schemas: 'all' });
    const before = (await site.inspect()).catalogue.root;
    const error = await failureOf(() => site.engine.apply(site.tenant, plan));
    expect(error.code).toBe('GATE_CLOSED');
    expect(error.hint).toContain('--allow');
    expect((await site.inspect()).catalogue.root).toBe(before);
    expect(await site.query(schemas.select)).toHaveLength(1);
    expect(await site.engine.history(site.tenant)).toEqual([]);
  });

  test('lets one of two runs at a time through', async () => {
    await using site = await openSite(options);
    const goal = await goalFrom(options, schemas.first);
    const plan = await site.engine.plan(site.tenant, goal, { prove });
    const runs = await Promise.allSettled([1, 2].map(() => site.engine.apply(site.tenant, plan)));
    const ran = runs.flatMap((run) => (run.status === 'fulfilled' && !run.value.repeated ? [run.value.run] : []));
    expect(ran).toHaveLength(1);
    for (const other of runs) {
      // The second finds that the first has done it, or gives up waiting.
      if (other.status === 'fulfilled') expect(other.value.run).toBe(ran[0]);
      else expect(isSyncError(other.reason) && other.reason.code).toBe('LOCK_TIMEOUT');
    }
    expect((await site.inspect()).catalogue.root).toBe(goal.catalogue.root);
    expect(await site.engine.history(site.tenant)).toHaveLength(1);
  });

  test('leaves a plan for another driver alone', async () => {
    await using site = await openSite(options);
    const { catalogue, server } = await site.inspect();
    const plan = await site.engine.plan(site.tenant, goalOf(catalogue, server), { prove });
    const error = await failureOf(() => site.engine.apply(site.tenant, { ...plan, driver: `not-${plan.driver}` }));
    expect(error.code).toBe('USAGE');
  });
}

function testProgress(options: ContractOptions): void {
  const { schemas } = options;
  const prove = canProve(options);
  const renames = schemas.renames.map(renameHint);

  test('stops when it is cancelled, and says what held', async () => {
    await using site = await openSite(options, schemas.first);
    const goal = await goalFrom(options, schemas.second);
    const plan = await site.engine.plan(site.tenant, goal, { renames, prove });
    const controller = new AbortController();
    const onEvent = (event: RunEvent) => {
      if (event.type === 'statement') controller.abort();
    };
    const error = await failureOf(() =>
      site.engine.apply(site.tenant, plan, { allow: 'all', signal: controller.signal, onEvent }),
    );
    expect(error.code).toBe('CANCELLED');
    const [run] = await site.engine.history(site.tenant);
    expect(run?.outcome).toBe('cancelled');
    const { root } = (await site.inspect()).catalogue;
    if (options.driver.capabilities.ddl === 'transactional') expect(root).toBe(plan.base.root);
    const rest = await site.engine.plan(site.tenant, goal, { renames, prove });
    await site.engine.apply(site.tenant, rest, { allow: 'all' });
    expect((await site.inspect()).catalogue.root).toBe(goal.catalogue.root);
  });

  test('shows its progress, to the end', async () => {
    await using site = await openSite(options);
    const plan = await site.engine.plan(site.tenant, await goalFrom(options, schemas.first), { prove });
    const events: RunEvent[] = [];
    await site.engine.apply(site.tenant, plan, { onEvent: (event) => events.push(event) });
    const steps = plan.up.flatMap((batch) => batch.steps);
    expect(events.at(0)).toEqual({ type: 'phase', phase: 'lock' });
    expect(events.filter((event) => event.type === 'step')).toHaveLength(steps.length);
    expect(events.at(-1)).toEqual({ type: 'finish', outcome: 'done' });
  });
}
