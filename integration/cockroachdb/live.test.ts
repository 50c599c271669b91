import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createEngine, inspect, tenantContext } from '@sync/core';
import driver from '@sync/driver-cockroachdb';
import { renameHint } from '@sync/testkit';
import { afterAll, describe, expect, test } from 'vitest';
import { realServer } from '../servers/real-server.js';

const folder = resolve(import.meta.dirname, '../../packages/driver-cockroachdb/test/golden');
const server = realServer('cockroachdb');
const directory = mkdtempSync(join(tmpdir(), 'schema-sync-cockroachdb-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** What takes a cluster of several regions, or a licence. */
const elsewhere = /LOCALITY|PARTITION BY/;

interface Case {
  readonly name: string;
  readonly renames: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** The golden cases of the driver, whose states are written as a server prints them. */
const cases = readdirSync(folder).flatMap((file): readonly Case[] => {
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('shop.public.', 'public.');
  if (elsewhere.test(text) || text.includes('-- refused')) return [];
  const section = (name: string) =>
    new RegExp(`^-- ${name}$(.*?)(?=^-- [a-z]+$|(?![^]))`, 'ms').exec(text)?.[1]?.trim();
  const renames = section('renames')?.replace(/^-- /, '').split('\n') ?? [];
  return [
    { name: file.replace(/\.sql$/, ''), renames, before: section('before') ?? '', after: section('after') ?? '' },
  ];
});

test('there are cases to play', () => expect(cases.length).toBeGreaterThan(90));

describe.skipIf('absent' in server)(`on a server${'absent' in server ? `: absent: ${server.absent}` : ''}`, () => {
  const url = 'url' in server ? server.url : '';
  const engine = createEngine({ driver });

  const administer = async (target: string, text: string) => {
    const options = driver.options({ url: target, directory });
    await using connection = await driver.connect(options, { access: 'write' });
    await connection.execute({ text });
  };
  const rootOf = async (target: string) => {
    await using connection = await driver.connect(driver.options({ url: target, directory }), { access: 'read' });
    return (await inspect(connection, driver)).catalogue.root;
  };

  test.each(cases)('$name: there, nothing to do, and back', async ({ name, renames, before, after }) => {
    const database = `golden_${process.pid}_${name.replaceAll('-', '_')}`;
    const target = Object.assign(new URL(url), { pathname: `/${database}` }).href;
    await administer(url, `CREATE DATABASE ${database}`);
    try {
      for (const [side, text] of Object.entries({ before, after })) {
        writeFileSync(join(directory, `${side}.sql`), text === '' ? '-- @empty\n' : text);
      }
      const tenant = tenantContext({ id: name, target: { url: target, directory } });
      await engine.apply(tenant, await engine.plan(tenant, './before.sql', { directory }), { allow: 'all' });
      const first = await rootOf(target);
      const plan = await engine.plan(tenant, './after.sql', { directory, renames: renames.map(renameHint) });
      await engine.apply(tenant, plan, { allow: 'all' });
      expect((await engine.plan(tenant, './after.sql', { directory })).up).toEqual([]);
      await engine.down(tenant, plan, { allow: 'all' });
      expect(await rootOf(target)).toBe(first);
    } finally {
      await administer(url, `DROP DATABASE ${database} CASCADE`);
    }
  });
});
