import { describe, expect, test } from 'vitest';
import type { Driver, RenderContext, Session } from '../../src/contract/index.js';
import { diff } from '../../src/diff/diff.js';
import type { Address } from '../../src/model/address.js';
import { createCatalogue } from '../../src/model/catalogue.js';
import type { SchemaObject } from '../../src/model/object.js';
import { onlineTables } from '../../src/plan/online.js';
import { plan } from '../../src/plan/plan.js';
import { thing, toyDriver, toyKind } from '../support/toy.js';

const server = { product: 'Toy', version: [1], features: new Set<string>() };

/** Says of each step whether it is to be made online, and lets it commit apart then. */
function render(change: { readonly id: string; readonly address: Address }, { isOnline }: RenderContext) {
  const online = isOnline(change.address);
  return [
    { summary: `${change.id} ${online ? 'online' : 'at once'}`, sql: [], ...(online && { apart: true as const }) },
  ];
}

const driver = toyDriver([toyKind('table', { render })]);

async function planned(
  base: readonly SchemaObject[],
  goal: readonly SchemaObject[],
  sizes: Readonly<Record<string, number>>,
  hints: readonly (readonly [string, string])[] = [],
) {
  const asked: (readonly Address[])[] = [];
  const sized: Driver = {
    ...driver,
    sizes: async (_: Session, addresses) => {
      asked.push(addresses);
      return new Map(Object.entries(sizes) as [Address, number][]);
    },
  };
  const difference = diff(createCatalogue(base), createCatalogue(goal), {
    driver,
    server,
    hints: hints.map(([from, to]) => ({ at: 'test', from: [from], to: [to] })),
  });
  const session = {
    query: () => Promise.reject(new Error('asked')),
    execute: () => Promise.reject(new Error('asked')),
  };
  const { addresses: found, told } = await onlineTables({ fromRows: 100 }, difference, sized, session);
  const made = plan(difference, { driver, server, reading: { exclude: [], with: [], claimed: [] }, online: found });
  const summaries = (way: typeof made.up) => way.map(({ steps }) => steps.map(({ summary }) => summary));
  return { asked, found, told, up: summaries(made.up), down: summaries(made.down) };
}

describe('a plan for tables of which some are large', () => {
  test('changes the large ones online, each step by itself, and the others together', async () => {
    const base = ['a', 'b', 'c', 'd', 'untouched'].map((name) => thing(`table:${name}`, { v: 1 }));
    const goal = ['a', 'b', 'c', 'd'].map((name) => thing(`table:${name}`, { v: 2 }));
    const { up, asked, told } = await planned(base, [...goal, thing('table:untouched', { v: 1 })], {
      'table:a': 99,
      'table:c': 100,
    });
    expect(up).toEqual([
      ['alter table:a at once', 'alter table:b at once'],
      ['alter table:c online'],
      ['alter table:d at once'],
    ]);
    expect(asked).toEqual([['table:a', 'table:b', 'table:c', 'table:d']]);
    expect(told).toEqual({ fromRows: 100, large: [{ address: 'table:c', rows: 100 }] });
  });

  test('goes back online where it came online, and creates nothing online', async () => {
    const { up, down } = await planned([thing('table:a', { v: 1 })], [thing('table:a', { v: 2 }), thing('table:n')], {
      'table:a': 1000,
      'table:n': 1000,
    });
    expect(up.flat()).toEqual(['alter table:a online', 'create table:n at once']);
    expect(down.flat()).toEqual(['drop table:n at once', 'alter table:a online']);
  });

  test('knows a large table under both of its names', async () => {
    const { found } = await planned([thing('table:old')], [thing('table:new')], { 'table:old': 1000 }, [
      ['old', 'new'],
    ]);
    expect([...found]).toEqual(['table:old', 'table:new']);
  });

  test('asks nobody where there is nothing to do, or where it is said what to do', async () => {
    const state = createCatalogue([thing('table:a')]);
    const other = createCatalogue([thing('table:a', { v: 2 })]);
    const ask = { query: () => Promise.reject(new Error('asked')), execute: () => Promise.reject(new Error('asked')) };
    const nothing = diff(state, state, { driver, server });
    const something = diff(state, other, { driver, server });
    expect([...(await onlineTables({ fromRows: 1 }, nothing, driver, ask)).addresses]).toEqual([]);
    expect([...(await onlineTables('never', something, driver, ask)).addresses]).toEqual([]);
    expect([...(await onlineTables('always', something, driver, ask)).addresses]).toEqual(['table:a']);
  });
});
