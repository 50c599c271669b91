import { type Compiled, type Driver, translate } from '@sync/core';
import timescaledb from '@sync/driver-timescaledb';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { onServer, type Place, places, Site } from './places.js';

const at = (name: string) => places.find((place) => place.name === name) as Place;

const ofMysql = (beside: string) => `
  CREATE TABLE kept (
    id int PRIMARY KEY,
    days set('mon','tue') NOT NULL DEFAULT 'mon',
    flags bit(12) NOT NULL,
    place point,
    area multipolygon,
    several ${beside},
    KEY by_days (days, flags)
  )`;

/** Two engines of one family, and what only it has. */
const pairs: readonly { readonly from: Place; readonly to: Place; readonly script: string }[] = [
  {
    from: at('postgres-18'),
    to: onServer('timescaledb', timescaledb as Driver, freshDatabase),
    script: `CREATE TABLE kept (
      id integer PRIMARY KEY,
      tags text[] NOT NULL DEFAULT '{}',
      prices numeric(8,2)[],
      seen timestamp(3) with time zone[],
      host inet UNIQUE, net cidr, card macaddr8,
      flags bit(12), more bit varying(5),
      words tsvector, paid money, page xml, there point,
      span tstzrange, ages int4multirange,
      clock time(3) with time zone, long interval day to second(3), short interval(2)
    )`,
  },
  { from: at('mysql-9'), to: at('mariadb-11'), script: ofMysql('geomcollection') },
  { from: at('mariadb-11'), to: at('mysql-9'), script: ofMysql('geometrycollection') },
  {
    from: at('sqlite'),
    to: at('rqlite'),
    script: 'CREATE TABLE kept (id INTEGER PRIMARY KEY, it MONEY, "that" "odd type")',
  },
];

function typesIn({ catalogue }: Compiled): Readonly<Record<string, string>> {
  const tables = [...catalogue].filter(({ kind }) => kind === 'table');
  const columns = tables.flatMap(
    ({ spec }) => (spec as { columns: readonly { name: string; type: string }[] }).columns,
  );
  return Object.fromEntries(columns.map(({ name, type }) => [name, type]));
}

describe.each(pairs)('what only the family of $from.name and $to.name has', ({ from, to, script }) => {
  test('stays what it is, there and back', { timeout: 120_000 }, async () => {
    if (from.absent !== undefined || to.absent !== undefined) return;
    await using site = await Site.open(from);
    await site.run(script);
    const state = await site.state();
    const there = translate(state, from.driver, to.driver);
    expect(there.columns.filter(({ carriage }) => carriage === 'lossy')).toEqual([]);
    await using other = await Site.open(to);
    expect(await other.bring(await other.compile(there.source))).toBe(true);
    const back = translate(await other.state(), to.driver, from.driver);
    expect(back.columns.filter(({ carriage }) => carriage === 'lossy')).toEqual([]);
    const home = await site.compile(back.source);
    expect(typesIn(home)).toEqual(typesIn(state));
  });
});
