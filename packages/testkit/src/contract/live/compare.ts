import {
  type Catalogue,
  createCatalogue,
  diff,
  equalJson,
  type SchemaObject,
  type Server,
  schemaObject,
} from '@sync/core';
import { expect, test } from 'vitest';
import type { ContractOptions } from '../options.js';
import { openSite } from '../site.js';

interface Versions {
  readonly first: Catalogue;
  readonly second: Catalogue;
  readonly server: Server;
}

export function testCompare(options: ContractOptions): void {
  const { driver, schemas } = options;
  const kinds = new Map(driver.kinds.map((kind) => [kind.kind, kind]));

  async function versions(): Promise<Versions> {
    await using one = await openSite(options, schemas.first);
    await using two = await openSite(options, schemas.second);
    const { catalogue: first, server } = await one.inspect();
    return { first, second: (await two.inspect()).catalogue, server };
  }

  test('gives nothing for equal objects, wherever they come from', async () => {
    const { first, second, server } = await versions();
    for (const catalogue of [first, second]) {
      const copies = Array.from(catalogue, (object) =>
        schemaObject(JSON.parse(JSON.stringify(object)) as SchemaObject),
      );
      expect(diff(catalogue, createCatalogue(copies), { driver, server }).changes).toEqual([]);
    }
  });

  test('gives something for different objects, both ways', async () => {
    const { first, second, server } = await versions();
    let compared = 0;
    for (const from of first) {
      const to = second.get(from.address);
      if (!to || (equalJson(from.spec, to.spec) && equalJson(from.extras, to.extras))) continue;
      compared++;
      for (const [a, b] of [
        [from, to],
        [to, from],
      ] as const) {
        const found = kinds.get(a.kind)?.compare(a, b, { server, renamed: new Map() });
        if (!found) expect.fail(`no kind ${a.kind}`);
        if ('replace' in found) expect(found.replace.trim(), a.address).not.toBe('');
        else {
          expect(found.length, a.address).toBeGreaterThan(0);
          for (const delta of found) {
            expect(delta.type).toMatch(/^(add|drop|change|rename)-[a-z][a-z0-9-]*$/);
            expect(JSON.parse(JSON.stringify(delta))).toEqual(delta);
          }
        }
      }
    }
    expect(compared, 'the second sample alters something').toBeGreaterThan(0);
  });

  test('leaves its input as it is', async () => {
    const { first, second, server } = await versions();
    const before = JSON.stringify([[...first], [...second]]);
    diff(first, second, { driver, server });
    expect(JSON.stringify([[...first], [...second]])).toBe(before);
  });

  test('finds no difference between a catalogue and itself, however it is put together', async () => {
    const { first, server } = await versions();
    const shuffled = createCatalogue([...first].reverse());
    expect(diff(first, shuffled, { driver, server }).changes).toEqual([]);
  });
}
