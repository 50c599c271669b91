import { expect, test } from 'vitest';
import type { Driver, Relation } from '../../src/contract/index.js';
import { createCatalogue } from '../../src/model/catalogue.js';
import type { SchemaObject } from '../../src/model/object.js';
import { excerpt } from '../../src/run/excerpt.js';
import { planToy, thing, toyDriver, toyKind } from '../support/toy.js';

/** Tables whose foreign keys are in their spec, as an engine has them that checks these only when rows change. */
const relation = ({ name, spec }: SchemaObject): Relation => ({
  name,
  type: 'table',
  columns: [],
  foreignKeys: ((spec as { to?: readonly string[] }).to ?? []).map((table) => ({
    columns: [],
    references: { table, columns: [] },
  })),
  indexes: [],
});
const driver = toyDriver([toyKind('table', { relation }), toyKind('index', { within: 'table' }), toyKind('view')]);

function cut(base: readonly SchemaObject[], goal: readonly SchemaObject[], used: Driver = driver) {
  const { plan } = planToy(used, base, goal);
  const part = excerpt({ base: createCatalogue(base), goal: createCatalogue(goal) }, plan, used);
  const names = (catalogue: Iterable<SchemaObject>) => Array.from(catalogue, ({ address }) => String(address));
  return { base: names(part.base), goal: names(part.goal) };
}

const far = [thing('table:far'), thing('index:far.i', {}, [], 'table:far'), thing('view:w', {}, ['table:far'])];

test('what a change cannot meet is left out', () => {
  const before = [thing('table:t', { n: 1 }), ...far];
  expect(cut(before, [thing('table:t', { n: 2 }), ...far])).toEqual({ base: ['table:t'], goal: ['table:t'] });
});

test('what lies in a changed object, stands on it, and what that needs besides is there', () => {
  const rest = [
    thing('index:t.i', {}, [], 'table:t'),
    thing('view:a', {}, ['table:t', 'table:u']),
    thing('view:b', {}, ['view:a']),
    thing('table:u'),
    thing('index:u.i', {}, [], 'table:u'),
  ];
  const { base } = cut([thing('table:t', { n: 1 }), ...rest, ...far], [thing('table:t', { n: 2 }), ...rest, ...far]);
  expect(base).toEqual(['index:t.i', 'table:t', 'table:u', 'view:a', 'view:b']);
});

test('what refers to a changed table is there with all that it refers to, and the indexes that make these targets', () => {
  const rest = [
    thing('table:child', { to: ['t', 'other'] }),
    thing('table:other', { to: ['far'] }),
    thing('index:other.key', {}, [], 'table:other'),
  ];
  const { base } = cut([thing('table:t', { n: 1 }), ...rest, ...far], [thing('table:t', { n: 2 }), ...rest, ...far]);
  expect(base).toEqual(['index:other.key', 'table:child', 'table:other', 'table:t']);
});

test('what is only on one side is only there', () => {
  const { base, goal } = cut([thing('table:old'), ...far], [thing('view:new', {}, ['table:far']), ...far]);
  expect(base).toEqual(['table:far', 'table:old']);
  expect(goal).toEqual(['table:far', 'view:new']);
});

test('what the server reads again whatever is altered is there, and only then', () => {
  const wary = toyDriver([toyKind('table'), toyKind('view', { readAgain: true })]);
  const rest = [thing('table:u'), thing('view:v', {}, ['table:u'])];
  const before = [thing('table:t', { n: 1 }), ...rest];
  expect(cut(before, [thing('table:t', { n: 2 }), ...rest], wary).base).toEqual(['table:t', 'table:u', 'view:v']);
  expect(cut(before, rest, wary).base).toEqual(['table:t']);
});
