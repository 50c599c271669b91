import { isSyncError, type Site as Place, type Tenancy } from '@sync/core';
import { describe, expect, test } from 'vitest';
import type { ContractOptions } from '../options.js';
import { hostileNames } from '../pure/hostile.js';
import { openSite } from '../site.js';

/** Names that lead elsewhere where somebody takes them for something else than a name. */
const hostile = [
  ...hostileNames,
  '',
  '\0',
  'a\0b',
  '../x',
  '..',
  '/etc/passwd',
  'a/b',
  'a?b=c',
  'a#b',
  'a%2fb',
  'a@b:1',
  'x'.repeat(300),
  // Engines that take few letters take these, and some of them for the same.
  ...['Plain', 'PLAIN', 'a_b', 'axb', '01', '1'],
];

/** How tenants share a place, word by word. */
export function testTenancy(options: ContractOptions): void {
  const { driver, tenancy: places = {} } = options;
  const tenancies = Object.entries(driver.tenancy ?? {});
  if (tenancies.length === 0) {
    test('is not declared: each tenant has a URL of its own', () => expect(places).toEqual({}));
    return;
  }
  describe.each(tenancies)('by %s', (word, tenancy) => {
    const placeOf = places[word] ?? expect.fail(`the options say under tenancy where tenants by ${word} lie`);
    const labelAt = (place: Place, name: string) => driver.label(driver.options(tenancy.at(place, name)));

    test.runIf(tenancy.isWithin)('finds a part of a database by a pattern, and is kept to it', async () => {
      await using site = await openSite(options);
      const { place, pattern } = placeOf(site.input);
      const [name, other] = ['one', 'two'].map((each) => pattern.replaceAll('*', each));
      if (name === undefined || other === undefined) return expect.fail('a pattern is a text');
      for (const each of [name, other]) {
        const made = driver.options(tenancy.at(place, each, pattern));
        await (await driver.connect(made, { access: 'write', missing: 'make' }))[Symbol.asyncDispose]();
      }
      expect((await namesOf(tenancy, place, pattern)).sort()).toEqual([name, other].sort());
      const own = driver.options(tenancy.at(place, name, pattern));
      expect(driver.within?.(own)?.isOthers(other)).toBe(true);
      await using connection = await driver.connect(own, { access: 'read', missing: 'refuse' });
      expect(connection.scope).toEqual([name]);
      expect(driver.label(own)).not.toBe(driver.label(driver.options(tenancy.at(place, other))));
    });

    test.skipIf(tenancy.isWithin)('finds a database by a pattern, and leads back to it by its name', async () => {
      await using site = await openSite(options, options.schemas.first);
      const { place, pattern } = placeOf(site.input);
      const own = driver.label(driver.options(site.input));
      const found = await namesOf(tenancy, place, pattern);
      expect(new Set(found).size).toBe(found.length);
      const name = found.find((each) => labelAt(place, each) === own);
      if (name === undefined) return expect.fail(`${own} is among ${found.join(', ')}`);
      await using connection = await driver.connect(driver.options(tenancy.at(place, name)), { access: 'read' });
      expect(await connection.query({ text: options.schemas.select })).toEqual([]);
      expect(await namesOf(tenancy, place, pattern.replaceAll('*', 'met_by_nobody_*'))).toEqual([]);
    });

    test('stops looking when it is told to', async () => {
      await using site = await openSite(options);
      const { place, pattern } = placeOf(site.input);
      const looking = namesOf(tenancy, place, pattern, AbortSignal.abort());
      await expect(looking).rejects.toMatchObject({ name: 'SyncError' });
    });

    test('takes a name for a name: it means one place, or is refused', async () => {
      await using site = await openSite(options);
      const { place } = placeOf(site.input);
      const meant = new Map<string, string>();
      for (const name of hostile) {
        const label = labelOrRefusal(() => labelAt(place, name));
        if (label === undefined) continue;
        expect(meant.get(label), `${JSON.stringify(name)} leads to ${label}`).toBeUndefined();
        meant.set(label, name);
      }
      expect(meant.size).toBeGreaterThan(5);
    });
  });
}

async function namesOf(tenancy: Tenancy, place: Place, pattern: string, signal?: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  for await (const name of tenancy.list(place, pattern, { ...(signal && { signal }) })) names.push(name);
  return names;
}

/** TENANT_INVALID, or CONFIG_INVALID from the options, is as good as a place. */
function labelOrRefusal(label: () => string): string | undefined {
  try {
    return label();
  } catch (error) {
    expect(isSyncError(error) && error.code).toMatch(/^(TENANT|CONFIG)_INVALID$/);
    return undefined;
  }
}
