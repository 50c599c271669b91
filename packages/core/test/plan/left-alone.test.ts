import { describe, expect, test } from 'vitest';
import type { SchemaObject } from '../../src/model/object.js';
import { planToy, thing, toyDriver, toyKind } from '../support/toy.js';

const relation = (type: 'table' | 'view') => (object: SchemaObject) => ({
  name: object.name,
  type,
  columns: [],
  foreignKeys: [],
  indexes: [],
});
const driver = toyDriver([
  toyKind('type', { compare: () => ({ replace: 'types cannot change' }) }),
  toyKind('table', { namespace: 'relation', relation: relation('table') }),
  toyKind('index', {
    within: 'table',
    survives: (_, change) => change.verb === 'rename',
    carry: (object, { after }) => {
      const { on } = object.spec as { readonly on?: string };
      const table = object.parent && (after.get(object.parent)?.spec as Record<string, unknown> | undefined);
      return on === undefined || (table && on in table) ? object : undefined;
    },
  }),
  toyKind('view', {
    namespace: 'relation',
    relation: relation('view'),
    follow: (object, rename) => (object.needs.some((need) => need === rename.to) ? 'rewritten' : object),
    survives: (_, change, { kept }) => kept && change.verb === 'rename',
  }),
]);
const table = (spec: object) => thing('table:t', spec);

describe('what is left alone', () => {
  test('makes way for a change of what it stands on, and comes back last', () => {
    const kept = [thing('index:aa', {}, [], 'table:t'), thing('view:aa', {}, ['table:t']), thing('table:other')];
    const { up, down, plan } = planToy(
      driver,
      [table({ c: 1 })],
      [table({ c: 2 }), thing('index:z', {}, [], 'table:t')],
      [],
      kept,
    );
    expect(up).toEqual([
      'drop index:aa',
      'drop view:aa',
      'alter table:t',
      'create index:z',
      'create index:aa',
      'create view:aa',
    ]);
    expect(down).toEqual([
      'drop index:aa',
      'drop index:z',
      'drop view:aa',
      'alter table:t',
      'create index:aa',
      'create view:aa',
    ]);
    expect(Object.keys(plan.base.kept ?? {})).toEqual(['index:aa', 'view:aa']);
    expect(plan.goal.kept).toEqual(plan.base.kept);
    expect(Object.keys(plan.base.objects)).toEqual(['table:t']);
  });

  test('is not part of a plan that does not come near it', () => {
    const kept = [thing('index:i', {}, [], 'table:t'), thing('view:v', {}, ['table:t'])];
    const { up, plan } = planToy(driver, [table({})], [table({}), thing('table:u')], [], kept);
    expect(up).toEqual(['create table:u']);
    expect(plan.base.kept).toBeUndefined();
  });

  test('goes only by name where it cannot stand, and comes back on the way down', () => {
    const kept = [thing('index:i', { on: 'c' }, [], 'table:t'), thing('index:j', { on: 'd' }, [], 'table:t')];
    const { up, down, plan } = planToy(driver, [table({ c: 1, d: 1 })], [table({ d: 1 })], [], kept);
    expect(up).toEqual(['drop index:i', 'drop index:j', 'alter table:t', 'create index:j']);
    expect(plan.up[0]?.steps[0]?.hazards).toMatchObject([
      { class: 'data-loss', code: 'drops-left-alone', message: expect.stringContaining('index i'), reversible: true },
    ]);
    expect(plan.up[0]?.steps[1]?.hazards).toEqual([]);
    expect(down).toEqual(['drop index:j', 'alter table:t', 'create index:i', 'create index:j']);
  });

  test('is named by the step that drops what it lies in', () => {
    const kept = [thing('index:i', {}, [], 'table:t')];
    const { up, down, plan } = planToy(driver, [table({})], [], [], kept);
    expect(up).toEqual(['drop table:t']);
    expect(plan.up[0]?.steps[0]?.hazards).toMatchObject([{ code: 'drops-left-alone' }]);
    expect(down).toEqual(['create table:t', 'create index:i']);
  });

  test('stays in place for a rename, and nobody foretells what it becomes', () => {
    const kept = [thing('view:v', {}, ['table:t']), thing('index:i', {}, [], 'table:t')];
    const { up, plan } = planToy(driver, [table({})], [thing('table:s')], [['t', 's']], kept);
    expect(up).toEqual(['rename table:s']);
    expect(plan.base.kept).toEqual({ 'view:v': expect.any(String), 'index:i': expect.any(String) });
    expect(plan.goal.kept).toEqual({ 'view:v': null, 'index:i': expect.any(String) });
  });

  test('is not dropped where nobody knows what to put back', () => {
    const kept = [thing('view:v', {}, ['table:t'])];
    expect(() => planToy(driver, [table({ c: 1 })], [thing('table:s', { c: 2 })], [['t', 's']], kept)).toThrow(
      expect.objectContaining({ code: 'PLAN_IMPOSSIBLE', message: expect.stringContaining('view v is left alone') }),
    );
  });

  test('keeps its rows: a table is never dropped to be put back', () => {
    const kept = [thing('table:theirs', {}, ['type:e'])];
    expect(() => planToy(driver, [thing('type:e', { v: 1 })], [thing('type:e', { v: 2 })], [], kept)).toThrow(
      expect.objectContaining({ code: 'PLAN_IMPOSSIBLE', message: expect.stringContaining('would lose its rows') }),
    );
  });

  test('keeps its name', () => {
    const kept = [thing('view:x')];
    expect(() => planToy(driver, [], [thing('table:x')], [], kept)).toThrow(
      expect.objectContaining({ code: 'PLAN_IMPOSSIBLE', message: expect.stringContaining('belongs to view:x') }),
    );
  });
});
