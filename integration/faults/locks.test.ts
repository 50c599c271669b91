import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, createEngine, type Driver } from '@sync/core';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { expectClean, expectFailure, schemaSync } from './support/command.js';
import { openShop, stockOf } from './support/shop.js';
import { Site } from './support/site.js';

const sync = (site: Site) => ['sync', '--url', site.url, '--to', './schema.sql', '--yes', '--allow', 'all'];

/** Writes a config in which statements wait only so long for other processes. */
function waitAtMost(site: Site, lockWaitMs: number): readonly string[] {
  site.write(
    'schema-sync.config.json',
    JSON.stringify({ url: site.url, settings: { lockWaitMs }, to: './schema.sql' }),
  );
  return ['sync', '--yes', '--allow', 'all'];
}

/** Holds the database as another program does that is in the middle of something. */
function hold(site: Site, ...statements: readonly string[]): Disposable {
  const database = new Database(site.file);
  for (const statement of statements) database.exec(statement);
  return {
    [Symbol.dispose]: () => {
      if (database.open) database.close();
    },
  };
}

const holds = {
  'a writer': ['BEGIN IMMEDIATE'],
  'a writer that is committing': ['BEGIN EXCLUSIVE'],
  'a reader that does not end': ['BEGIN', 'SELECT * FROM customers'],
} as const;

describe('a file that another process holds', () => {
  it.each(Object.entries(holds))('%s: is waited for, so long and no longer', async (_, statements) => {
    using site = new Site();
    const stock = openShop(site, 20);
    const base = await site.root();
    const args = waitAtMost(site, 300);
    {
      using _held = hold(site, ...statements);
      await expectFailure(args, { cwd: site.folder }, { exit: 2, code: 'LOCK_TIMEOUT' });
    }
    expect(await site.root()).toBe(base);
    expect(stockOf(site)).toEqual(stock);
    expect(site.damage()).toEqual([]);
    expect((await schemaSync(args, { cwd: site.folder })).code, 'let go, it goes on').toBe(0);
    expect(stockOf(site)).toEqual(stock);
  });

  it('is worked on as soon as it is let go', async () => {
    using site = new Site();
    openShop(site, 20);
    const held = hold(site, 'BEGIN IMMEDIATE');
    const running = schemaSync(waitAtMost(site, 15_000), { cwd: site.folder });
    await sleep(1500);
    held[Symbol.dispose]();
    const ended = await running;
    expect(ended, ended.stderr).toMatchObject({ code: 0 });
  });
});

describe('two runners on one file', () => {
  it('one runs; the others wait, or refuse by name and touch nothing', { timeout: 600_000 }, async () => {
    const isLong = process.env.TEST_LONG === '1';
    const rounds = isLong ? 40 : 3;
    let refused = 0;
    for (let round = 0; round < rounds; round++) {
      using site = new Site();
      const stock = openShop(site, 300);
      const goal = await site.engine.compile(`${site.folder}/schema.sql`);
      const all = await Promise.all(Array.from({ length: 4 }, () => schemaSync(sync(site), { cwd: site.folder })));
      for (const ended of all) {
        expectClean(ended.stderr);
        if (ended.code === 0) continue;
        refused++;
        expect([2, 3], ended.stderr).toContain(ended.code);
        expect(ended.stderr).toMatch(/error\[(?:LOCK_TIMEOUT|BASE_MISMATCH)\]/);
      }
      expect(all.filter((ended) => ended.code === 0).length).toBeGreaterThan(0);
      expect(await site.root()).toBe(goal.catalogue.root);
      expect(stockOf(site)).toEqual(stock);
      expect(site.damage()).toEqual([]);
      const runs = await site.history();
      expect(
        runs.map((run) => run.outcome),
        'one ran, and only one',
      ).toEqual(['done']);
    }
    if (isLong) console.log(`${rounds} rounds of four runs at once: ${refused} of ${rounds * 4} refused by name`);
  });

  it('the second is kept out for as long as the first runs, and waits no longer than it was told', {
    timeout: 60_000,
  }, async () => {
    using site = new Site();
    const stock = openShop(site, 5);
    const gate = new Gate();
    const first = createEngine({ driver: gate.before(site.engine.driver) }).sync(
      site.tenant,
      join(site.folder, 'schema.sql'),
      { allow: 'all' },
    );
    await gate.reached;
    const ended: string[] = [];
    const finished = first.finally(() => ended.push('first'));
    await expectFailure(
      [...sync(site), '--lock-wait', '1'],
      { cwd: site.folder },
      { exit: 2, code: 'LOCK_TIMEOUT', says: /held by process \d+/ },
    );
    ended.push('second');
    gate.open();
    expect((await finished).report?.outcome).toBe('done');
    expect(ended).toEqual(['second', 'first']);
    expect(stockOf(site)).toEqual(stock);
  });
});

/** Stops a run in its middle until it is opened. */
class Gate {
  open: () => void = () => undefined;
  private arrive: () => void = () => undefined;
  readonly reached = new Promise<void>((settle) => {
    this.arrive = settle;
  });
  private readonly opened = new Promise<void>((settle) => {
    this.open = settle;
  });

  /** The driver, whose connections wait at the gate before a batch; scratch databases do not. */
  before(driver: Driver): Driver {
    const guarded = (connection: Connection): Connection =>
      new Proxy(connection, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name, target);
          if (name === 'atomically' && target.atomically) {
            return async (...batch: Parameters<NonNullable<Connection['atomically']>>) => {
              this.arrive();
              await this.opened;
              return target.atomically?.(...batch);
            };
          }
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    return { ...driver, connect: async (options, request) => guarded(await driver.connect(options, request)) };
  }
}
