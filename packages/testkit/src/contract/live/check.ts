import type { Connection } from '@sync/core';
import { check, inspect } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../failure.js';
import type { ContractOptions } from '../options.js';
import { goalFrom, openSite } from '../site.js';

/** What a server takes unread has to be found; one whose kinds check nothing has to read every definition itself. */
export function testCheck(options: ContractOptions): void {
  const { driver, schemas } = options;
  const flawed = (schemas.flawed ?? []).map((given) => (typeof given === 'string' ? [given] : given));
  const checks = driver.kinds.some((kind) => kind.check || kind.flawsIn);

  test('has examples where, and only where, a kind checks', () => {
    expect(flawed.length > 0, 'give the suite statements in `flawed`').toBe(checks);
  });
  if (!checks || !driver.scratch) return;

  const built = async (statements: readonly string[], work: (scratch: Connection) => Promise<void>) => {
    await using site = await openSite(options);
    await using scratch = await driver.scratch?.(driver.options(site.input));
    if (!scratch) return expect.fail('this driver has scratch databases');
    for (const text of statements) await scratch.execute({ text });
    await work(scratch);
  };
  const flawsIn = async (scratch: Connection) => check(scratch, driver, (await inspect(scratch, driver)).catalogue);

  test.each([
    ['first', schemas.first],
    ['second', schemas.second],
  ] as const)('finds nothing wrong with the %s version', (_, statements) =>
    built(statements, async (scratch) => expect(await flawsIn(scratch)).toEqual([])),
  );

  describe.each(flawed.map((texts) => [texts.at(-1), texts] as const))('finds and leaves as it was: %s', (_, texts) => {
    test('the one flaw', () =>
      built([...schemas.first, ...texts], async (scratch) => {
        const before = (await inspect(scratch, driver)).catalogue;
        expect(await flawsIn(scratch)).toHaveLength(1);
        expect((await inspect(scratch, driver)).catalogue.root).toBe(before.root);
        expect(await flawsIn(scratch)).toHaveLength(1);
      }));

    test('as what no plan leads to', async () => {
      await using site = await openSite(options, schemas.first);
      const goal = await goalFrom(options, [...schemas.first, ...texts]);
      const error = await failureOf(() => site.engine.plan(site.tenant, goal));
      // A step may already fail on it before anybody looks.
      expect(['SOURCE_INVALID', 'PROOF_FAILED']).toContain(error.code);
    });

    test('as what stops nobody where it is so already', async () => {
      await using site = await openSite(options, [...schemas.first, ...texts]);
      const goal = await goalFrom(options, [...schemas.first, ...texts]);
      expect(await site.engine.sync(site.tenant, goal, { dryRun: true })).toMatchObject({ inSync: true });
    });
  });
}
