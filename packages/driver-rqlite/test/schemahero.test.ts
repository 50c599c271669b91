import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshRqliteDatabase, rqliteAbsence } from '../../../integration/servers/fresh-rqlite-database.js';
import driver from '../src/index.js';

const dialect = join(import.meta.dirname, '../../dialect-sqlite/test/documents');
const engine = createEngine({ driver });
let directory: string;

/** SchemaHero gives both engines the same fields: its documents for SQLite, with rqlite's section in the place of the other. */
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'schema-sync-rqlite-'));
  mkdirSync(join(directory, 'schemahero'));
  for (const name of readdirSync(join(dialect, 'schemahero'))) {
    const text = readFileSync(join(dialect, 'schemahero', name), 'utf8');
    const own = text.replace(/^(\s+)rqlite:/gm, '$1other:').replace(/^(\s+)sqlite:/gm, '$1rqlite:');
    writeFileSync(join(directory, 'schemahero', name), own.replace(/^(\s+)other:/gm, '$1sqlite:'));
  }
  cpSync(join(dialect, 'expected'), join(directory, 'expected'), { recursive: true });
});

afterAll(() => rmSync(directory, { recursive: true }));

it('reads documents of SchemaHero unchanged, as the SQL that they mean', async () => {
  const documents = await engine.compile('schemahero', { directory });
  const expected = await engine.compile('expected', { directory });
  expect(documents.catalogue.size).toBeGreaterThan(10);
  expect(documents.catalogue.root).toBe(expected.catalogue.root);
});

it.skipIf(rqliteAbsence !== undefined)(
  'brings a node to them with their rows, and finds nothing to do then',
  async () => {
    await using database = await freshRqliteDatabase();
    const tenant = tenantContext({ id: 'schemahero', target: { url: database.url, directory } });
    const request = { directory, seeds: true };
    const plan = await engine.plan(tenant, 'schemahero', request);
    await engine.apply(tenant, plan, { allow: 'all' });
    expect((await engine.plan(tenant, 'schemahero', request)).up).toEqual([]);
    await using connection = await driver.connect(driver.options(tenant.target), { access: 'read' });
    expect(await connection.query({ text: 'SELECT * FROM countries ORDER BY code' })).toEqual([
      { code: 'ci', name: 'Côte d\'Ivoire "CI"', population: 0, anthem: '' },
      { code: 'se', name: 'Sweden', population: 10551707, anthem: 'Du gamla, Du fria;\nDu fjällhöga nord\n' },
    ]);
    await engine.down(tenant, plan, { allow: 'all' });
    expect((await engine.plan(tenant, 'schemahero', request)).up).toEqual(plan.up);
  },
);
