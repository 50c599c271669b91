import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type SchemaObject } from '@sync/core';
import { expect, it } from 'vitest';
import { driver, openMemory } from './support/engine.js';

const folder = join(import.meta.dirname, 'schemahero');
const engine = createEngine({ driver });

it('reads documents of SchemaHero unchanged, as the SQL that they mean', async () => {
  expect(readdirSync(folder)).toHaveLength(20);
  const documents = await engine.compile('schemahero', { directory: import.meta.dirname });
  const sql = await engine.compile('expected', { directory: import.meta.dirname });
  const specs = (objects: Iterable<SchemaObject>) =>
    Object.fromEntries([...objects].map((object) => [object.address, object.spec]));
  expect(specs(documents.catalogue)).toEqual(specs(sql.catalogue));
  expect(documents.catalogue.root).toBe(sql.catalogue.root);
});

it('says what it left out', async () => {
  const { warnings } = await engine.compile('schemahero', { directory: import.meta.dirname });
  expect(warnings.map(({ at, message }) => `${at.replace(/^schemahero\//, '')} ${message}`)).toEqual([
    '00-database.yaml:1:1 Database documents carry no schema: left out',
    '12-other-engine.yaml:1:1 this Table says nothing for sqlite, only for timescaledb: left out',
    '14-extension.yaml:1:1 sqlite has no DatabaseExtension documents: left out',
    '15-function.yaml:1:1 this Function says nothing for sqlite, only for postgres: left out',
    '16-migration.yaml:1:1 Migration documents carry no schema: left out',
  ]);
});

it('keeps the seed rows, which survive a second run', async () => {
  const { seeds, catalogue } = await engine.compile('schemahero', { directory: import.meta.dirname });
  expect(seeds.map(({ table, key }) => ({ table, key }))).toEqual([{ table: 'countries', key: ['code'] }]);
  await using connection = openMemory();
  const text = readFileSync(join(import.meta.dirname, 'expected', 'schema.sql'), 'utf8');
  const create = /CREATE TABLE countries [^;]+/.exec(text)?.[0] ?? '';
  expect([...catalogue].some((object) => object.name === 'countries')).toBe(true);
  await connection.execute({ text: create });
  for (let run = 0; run < 2; run++) {
    for (const seed of seeds) for (const statement of driver.seed?.(seed) ?? []) await connection.execute(statement);
  }
  expect(await connection.query({ text: 'SELECT * FROM countries ORDER BY code' })).toEqual([
    { code: 'ci', name: 'Côte d\'Ivoire "CI"', population: 0, anthem: '' },
    { code: 'se', name: 'Sweden', population: 10551707, anthem: 'Du gamla, Du fria;\nDu fjällhöga nord\n' },
  ]);
});
