import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Compiled, type Driver, type Translation, translate } from '@sync/core';
import { afterAll, describe, expect, test } from 'vitest';
import { orderedPairs, type Place, places, Site } from './places.js';

const here = import.meta.dirname;
const timeout = 300_000;

/** Schemas as somebody wrote them by hand for one engine. */
const schemas = [
  { name: 'music', at: 'postgres-18', script: readFileSync(join(here, 'schemas/music.postgres.sql'), 'utf8') },
  { name: 'rental', at: 'mysql-9', script: readFileSync(join(here, '../real/mysql/rental.sql'), 'utf8') },
];

type Schema = (typeof schemas)[number];

const byName = new Map(places.map((place) => [place.name, place]));
const sites = new Map<string, Promise<Site>>();

/** A schema on a server of another engine than it was written for, or of that one. Each is built once. */
function built(schema: Schema, place: Place): Promise<Site> {
  const key = `${schema.name} ${place.name}`;
  const site = sites.get(key) ?? build(schema, place);
  sites.set(key, site);
  return site;
}

async function build(schema: Schema, place: Place): Promise<Site> {
  const site = await Site.open(place);
  if (schema.at === place.name) {
    await site.run(schema.script);
    return site;
  }
  const origin = await built(schema, byName.get(schema.at) as Place);
  await site.bring(await site.compile(translate(await origin.state(), origin.place.driver, place.driver).source));
  return site;
}

afterAll(async () => {
  for (const site of sites.values()) await (await site)[Symbol.asyncDispose]();
});

describe.each(schemas)('the schema of $name', (schema) => {
  test.each(orderedPairs)('goes from $from.name to $to.name, and comes home', { timeout }, async ({ from, to }) => {
    const needed = [byName.get(schema.at), from, to];
    const absent = needed.find((place) => place?.absent !== undefined);
    // What is absent is told where servers are started.
    if (absent) return;
    const site = await built(schema, from);
    const state = await site.state();
    const translation = translate(state, from.driver, to.driver);
    const tables = [...state.catalogue].filter(({ kind }) => kind === 'table');
    expect(new Set(translation.columns.map(({ table }) => table)).size).toBe(tables.length);
    expect(translation.columns.filter(({ carriage }) => carriage === 'impossible')).toEqual([]);
    await using other = await Site.open(to);
    expect(await other.bring(await other.compile(translation.source))).toBe(true);
    const there = await other.state();
    expect([...there.catalogue].filter(({ kind }) => kind === 'table').length).toBe(tables.length);
    // What came over once comes over again, and back, as it is.
    const back = await site.compile(translate(there, to.driver, from.driver).source);
    const again = translate(back, from.driver, to.driver);
    expect((await other.compile(again.source)).catalogue.root).toBe(there.catalogue.root);
    if (translation.notCarried.length > 0) return;
    const { changes } = site.engine.compare(state, back);
    const excused = changedOnTheWay(state, from.driver, translation);
    expect(changes.map(({ address }) => address).filter((address) => !excused.has(address))).toEqual([]);
    if (excused.size === 0) expect(back.catalogue.root, 'home').toBe(state.catalogue.root);
  });
});

/** The tables that do not come home as they were: they have a column that was widened or lost something, or an index of a name that another table has, too, which not every engine takes. */
function changedOnTheWay(state: Compiled, driver: Driver, { columns }: Translation): ReadonlySet<string> {
  const widened = columns
    .filter(({ carriage }) => carriage === 'widened' || carriage === 'lossy')
    .map(({ table }) => table);
  const tables = driver.portable?.read(state.catalogue).tables ?? [];
  const named = tables.flatMap(({ name, indexes }) => indexes.map((index) => ({ table: name, index: index.name })));
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { index } of named) (once.has(index) ? twice : once).add(index);
  const shared = named.filter(({ index }) => twice.has(index)).map(({ table }) => table);
  return new Set([...widened, ...shared].map((table) => `table:${table}`));
}
