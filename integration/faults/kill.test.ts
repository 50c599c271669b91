import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parted } from '../engine/parted.js';
import { schemaSync } from './support/command.js';
import { faultySync, openShop, type Stock, stockOf } from './support/shop.js';
import { Site } from './support/site.js';

/** The two states that a plan lies between. */
interface States {
  readonly base: string;
  readonly goal: string;
}

/** Everything that must hold of a database whose run died, and of the next run. */
async function expectRecovery(site: Site, stock: Stock, states: States): Promise<void> {
  expect(site.damage(), 'the database is whole').toEqual([]);
  expect(stockOf(site), 'no row is lost').toEqual(stock);
  const root = await site.root();
  expect([states.base, states.goal], 'all of the plan holds, or none of it').toContain(root);
  const [last] = await site.history();
  if (last) {
    expect(last.outcome, 'the journal tells the truth').toBe(root === states.base ? 'running' : 'done');
    expect(last.steps.length > 0).toBe(root === states.goal);
  }
  const again = await site.engine.sync(site.tenant, join(site.folder, 'schema.sql'), { allow: 'all' });
  expect(again.inSync).toBe(root === states.goal);
  expect(await site.root(), 'the next run converges').toBe(states.goal);
  expect(stockOf(site)).toEqual(stock);
  expect(site.damage()).toEqual([]);
  const outcomes = (await site.history()).map((run) => run.outcome);
  expect(outcomes, 'the next run closes the books of the dead one').toEqual(
    last && root === states.base ? ['done', 'died'] : ['done'],
  );
}

async function statesOf(site: Site): Promise<States> {
  const goal = await site.engine.compile(join(site.folder, 'schema.sql'));
  return { base: await site.root(), goal: goal.catalogue.root };
}

/** Lets a sync of a copy die before its n-th statement; false where it came to its end before that. */
async function dieAt(at: number, shop: Site, stock: Stock, states: States): Promise<boolean> {
  using site = new Site();
  cpSync(shop.folder, site.folder, { recursive: true });
  const ended = await schemaSync([...faultySync(site), '--no-prove'], {
    cwd: site.folder,
    env: { DIE_AT: String(at) },
  });
  if (ended.signal === null) {
    expect(ended).toMatchObject({ code: 0 });
    return false;
  }
  await expectRecovery(site, stock, states);
  return true;
}

/** Each death takes a process of its own and a run after it, however busy the machine is with others: a test hangs only where all of them together take this long. */
const limitMs = 600_000;

describe('a process that dies', () => {
  it('before any statement leaves a database that is whole, and the next run converges', {
    timeout: limitMs,
  }, async () => {
    using shop = new Site();
    const stock = openShop(shop);
    const states = await statesOf(shop);
    let next = 1;
    const deaths = async () => {
      let died = 0;
      while (await dieAt(next++, shop, stock, states)) died++;
      return died;
    };
    const [some, others] = await Promise.all([deaths(), deaths()]);
    expect(some + others, 'every statement of two rebuilds had its turn').toBeGreaterThan(25);
  });

  it('in the middle of a plan of many batches leaves what held, and the next run goes on from there', {
    timeout: limitMs,
  }, async () => {
    using shop = new Site();
    const stock = openShop(shop, 5);
    const states = await statesOf(shop);
    const plan = parted(await shop.engine.plan(shop.tenant, join(shop.folder, 'schema.sql')), 'each alone');
    shop.write('plan.json', JSON.stringify(plan));
    const held = new Set<number>();
    for (const at of [26, 32, 38, 46, 54]) {
      using site = new Site();
      cpSync(shop.folder, site.folder, { recursive: true });
      const apply = ['apply', 'plan.json', '--config', join(site.folder, 'faults.json'), '--yes', '--allow', 'all'];
      const died = await schemaSync(apply, { cwd: site.folder, env: { DIE_AT: String(at) } });
      expect(died).toMatchObject({ signal: 'SIGKILL' });
      expect(site.damage()).toEqual([]);
      expect(stockOf(site)).toEqual(stock);
      const [run] = await site.history();
      expect(run?.outcome).toBe('running');
      held.add(run?.steps.length ?? 0);
      if ((run?.steps.length ?? 0) > 0) {
        const again = await schemaSync(apply, { cwd: site.folder });
        expect(again, again.stderr).toMatchObject({ code: 0, stderr: expect.stringContaining('this is a new plan') });
        const third = await schemaSync(apply, { cwd: site.folder });
        expect(third).toMatchObject({ code: 0, stdout: expect.stringContaining('already applied by run') });
      } else await site.engine.sync(site.tenant, join(site.folder, 'schema.sql'), { allow: 'all' });
      expect(await site.root()).toBe(states.goal);
      expect(stockOf(site)).toEqual(stock);
      expect((await site.history()).map(({ outcome }) => outcome)).toEqual(['done', 'died']);
    }
    expect(held.size, 'it died between several batches').toBeGreaterThan(2);
  });

  it('is shown as not finished by history', async () => {
    using site = new Site();
    openShop(site, 5);
    await schemaSync(faultySync(site), { cwd: site.folder, env: { DIE_AT: '20' } });
    const text = await schemaSync(['history', '--url', site.url], { cwd: site.folder });
    expect(text).toMatchObject({ code: 0 });
    expect(text.stdout).toMatch(/not finished|died/);
  });

  it('is killed at any moment', { timeout: limitMs }, async () => {
    using site = new Site();
    const stock = openShop(site, 20_000);
    const states = await statesOf(site);
    const isLong = process.env.TEST_LONG === '1';
    const rounds = isLong ? 100 : 6;
    const died = { before: 0, after: 0 };
    for (let round = 0; round < rounds; round++) {
      const delay = Math.round((round * 400) / rounds);
      let killing: NodeJS.Timeout | undefined;
      const ended = await schemaSync(faultySync(site), {
        cwd: site.folder,
        onError: (text, child) => {
          if (text.includes('step 1/')) killing ??= setTimeout(() => child.kill('SIGKILL'), delay);
        },
      });
      clearTimeout(killing);
      expect(site.damage()).toEqual([]);
      expect(stockOf(site)).toEqual(stock);
      const root = await site.root();
      expect(ended.signal === null ? [states.goal] : [states.base, states.goal]).toContain(root);
      if (ended.signal !== null) died[root === states.base ? 'before' : 'after']++;
      if (root === states.goal) {
        const [run] = await site.history();
        await site.engine.down(site.tenant, run?.run ?? '', { allow: 'all' });
        expect(await site.root()).toBe(states.base);
      }
    }
    const late = rounds - died.before - died.after;
    if (isLong)
      console.log(
        `${rounds} rounds: killed before the commit in ${died.before}, after it in ${died.after}, too late in ${late}`,
      );
  });
});
