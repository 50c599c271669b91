import { describe, expect, test } from 'vitest';
import { reversePlan, withProof } from '../../src/plan/plan.js';
import { readPlan } from '../../src/plan/read-plan.js';
import { planToy, thing, toyDriver, toyKind } from '../support/toy.js';

const frail = { survives: () => false };
const driver = toyDriver([
  toyKind('table', { namespace: 'relation' }),
  toyKind('index', { within: 'table', ...frail }),
  toyKind('view', { namespace: 'relation', ...frail }),
]);

describe('the order of a plan', () => {
  test('creations follow what they need, and the way down is the mirror', () => {
    const goal = [thing('view:a', {}, ['view:z']), thing('view:z', {}, ['table:t']), thing('table:t')];
    const { up, down } = planToy(driver, [], goal);
    expect(up).toEqual(['create table:t', 'create view:z', 'create view:a']);
    expect(down).toEqual(['drop view:a', 'drop view:z', 'drop table:t']);
  });

  test('what lies in a dropped object goes with it and comes back after it', () => {
    const base = [thing('table:t'), thing('index:i', {}, [], 'table:t')];
    const { up, down } = planToy(driver, base, []);
    expect(up).toEqual(['drop table:t']);
    expect(down).toEqual(['create table:t', 'create index:i']);
  });

  test('what does not survive an alteration makes room for it, all the way up', () => {
    const rest = [
      thing('index:i', {}, [], 'table:t'),
      thing('view:a', {}, ['table:t']),
      thing('view:b', {}, ['view:a']),
      thing('view:other', {}, ['table:u']),
      thing('table:u'),
    ];
    const { up, plan } = planToy(driver, [thing('table:t', { c: 1 }), ...rest], [thing('table:t', { c: 2 }), ...rest]);
    expect(up).toEqual([
      'drop index:i',
      'drop view:b',
      'drop view:a',
      'alter table:t',
      'create index:i',
      'create view:a',
      'create view:b',
    ]);
    expect(plan.changes.map(({ id }) => id)).toEqual([
      'replace index:i',
      'alter table:t',
      'replace view:a',
      'replace view:b',
    ]);
  });

  test('a name changes hands only when it is free', () => {
    const { up, down } = planToy(driver, [thing('table:x')], [thing('view:x')]);
    expect(up).toEqual(['drop table:x', 'create view:x']);
    expect(down).toEqual(['drop view:x', 'create table:x']);
  });

  test('what stands on a name makes way while that becomes something else', () => {
    const rest = [thing('view:b', {}, ['view:a'])];
    const base = [thing('table:x'), thing('view:a', {}, ['table:x']), ...rest];
    const { up, down } = planToy(driver, base, [thing('view:x'), thing('view:a', {}, ['view:x']), ...rest]);
    expect(up).toEqual([
      'drop view:b',
      'drop view:a',
      'drop table:x',
      'create view:x',
      'create view:a',
      'create view:b',
    ]);
    expect(down).toEqual([
      'drop view:b',
      'drop view:a',
      'drop view:x',
      'create table:x',
      'create view:a',
      'create view:b',
    ]);
    // What lets go of it stays.
    const held = [thing('table:x'), thing('table:a', {}, ['table:x'])];
    expect(planToy(driver, held, [thing('view:x'), thing('table:a', { n: 1 })]).up).toEqual([
      'alter table:a',
      'drop table:x',
      'create view:x',
    ]);
  });

  test('a name that is taken in two namespaces is free in neither', () => {
    const both = toyDriver([
      toyKind('type', { namespace: 'type' }),
      toyKind('table', { namespace: ['relation', 'type'] }),
      toyKind('view', { namespace: 'relation' }),
    ]);
    const base = [thing('type:x'), thing('view:w', {}, ['type:x'])];
    const { up, down } = planToy(both, base, [thing('table:x'), thing('view:w', {}, ['table:x'])]);
    expect(up).toEqual(['drop view:w', 'drop type:x', 'create table:x', 'create view:w']);
    expect(down).toEqual(['drop view:w', 'drop table:x', 'create type:x', 'create view:w']);
  });

  test('an object lets go of another before that one is dropped', () => {
    const sturdy = toyDriver([toyKind('table'), toyKind('type')]);
    const base = [thing('table:t', { type: 'a' }, ['type:a']), thing('type:a')];
    const goal = [thing('table:t', { type: 'b' }, ['type:b']), thing('type:b')];
    expect(planToy(sturdy, base, goal).up).toEqual(['create type:b', 'alter table:t', 'drop type:a']);
  });

  test('two altered neighbours that need each other are no circle', () => {
    const sturdy = toyDriver([toyKind('table')]);
    const pair = (n: number) => [thing('table:a', { n }, ['table:b']), thing('table:b', { n }, ['table:a'])];
    expect(planToy(sturdy, pair(1), pair(2)).up).toEqual(['alter table:a', 'alter table:b']);
  });

  test('a chain of two thousand views is planned at once', () => {
    const chain = Array.from({ length: 2000 }, (_, i) =>
      thing(`view:v${i}`, {}, [i === 0 ? 'table:t' : `view:v${i - 1}`]),
    );
    const { up } = planToy(driver, [thing('table:t', { c: 1 }), ...chain], [thing('table:t', { c: 2 }), ...chain]);
    expect(up).toHaveLength(4001);
    expect(up[0]).toBe('drop view:v1999');
    expect(up.at(-1)).toBe('create view:v1999');
  });
});

/** What a server does to a reference when the thing it refers to is renamed. */
function renamed(spec: unknown, from: string, to: string): unknown {
  const name = (at: string) => JSON.stringify(at.slice('table:'.length));
  return JSON.parse(JSON.stringify(spec).replaceAll(name(from), name(to)));
}

describe('renames', () => {
  const sturdy = toyDriver([
    toyKind('table', {
      follow: (object, rename) =>
        rename.of === 'object' ? { ...object, spec: renamed(object.spec, rename.from, rename.to) } : object,
    }),
    toyKind('index', { within: 'table' }),
  ]);

  test('a declared rename moves the object, and what refers to it follows', () => {
    const base = [
      thing('table:old'),
      thing('index:i', {}, [], 'table:old'),
      thing('table:ref', { to: 'old' }, ['table:old']),
    ];
    const goal = [
      thing('table:new'),
      thing('index:i', {}, [], 'table:new'),
      thing('table:ref', { to: 'new' }, ['table:new']),
    ];
    const { up, down } = planToy(sturdy, base, goal, [['old', 'new']]);
    expect(up).toEqual(['rename table:new']);
    expect(down).toEqual(['rename table:old']);
  });

  test('a rename with a change is two steps, in that order, and back', () => {
    const { up, down } = planToy(
      sturdy,
      [thing('table:old', { n: 1 })],
      [thing('table:new', { n: 2 })],
      [['old', 'new']],
    );
    expect(up).toEqual(['rename table:new', 'alter table:new']);
    expect(down).toEqual(['rename table:old', 'alter table:old']);
  });

  test('a hint that came true says nothing any more', () => {
    expect(planToy(sturdy, [thing('table:new')], [thing('table:new')], [['old', 'new']]).up).toEqual([]);
  });

  test('a hint does not swallow an object that is still there under the old name', () => {
    const both = [thing('table:old'), thing('table:new')];
    expect(planToy(sturdy, both, both, [['old', 'new']]).up).toEqual([]);
  });

  test('a hint towards nothing is an error', () => {
    expect(() => planToy(sturdy, [thing('table:old')], [thing('table:new')], [['old', 'nwe']])).toThrow(
      expect.objectContaining({ code: 'RENAME_INVALID', hint: expect.any(String) }),
    );
  });
});

describe('a plan', () => {
  const autocommit = toyDriver([toyKind('table')], 'autocommit');

  test('folds into one batch where DDL is transactional, and into none where it is not', () => {
    const goal = [thing('table:a'), thing('table:b')];
    expect(planToy(driver, [], goal).plan.up.map(({ atomic, steps }) => [atomic, steps.length])).toEqual([[true, 2]]);
    expect(planToy(autocommit, [], goal).plan.up.map(({ atomic, steps }) => [atomic, steps.length])).toEqual([
      [false, 1],
      [false, 1],
    ]);
  });

  test('says what cannot be done, and why', () => {
    const stubborn = toyDriver([
      toyKind('table', { render: () => ({ impossible: 'its key is for ever', hint: 'make another' }) }),
    ]);
    expect(() => planToy(stubborn, [], [thing('table:a')])).toThrow(
      expect.objectContaining({
        code: 'PLAN_IMPOSSIBLE',
        message: 'cannot create table:a: its key is for ever',
        hint: 'make another',
      }),
    );
  });

  test('comes back from its file, and an edited one does not', () => {
    const { plan } = planToy(driver, [], [thing('table:a', { n: 1 })]);
    const text = JSON.stringify(plan);
    expect(readPlan(text, 'file')).toEqual(plan);
    for (const damaged of [
      text.replace('"n":1', '"n":2'),
      text.slice(0, -9),
      '{}',
      'null',
      '[]',
      text.replace('"summary":"create', '"summary":"drop'),
      text.replace('"n":1', `"n":${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    ]) {
      expect(() => readPlan(damaged, 'file')).toThrow(expect.objectContaining({ code: 'PLAN_CORRUPT' }));
    }
  });

  test('carries a proof that nobody wrote into it by hand', () => {
    const { plan } = planToy(driver, [], [thing('table:a', { n: 1 })]);
    const proof = { up: true, down: true, server: 'Toy 1' };
    const proven = withProof(plan, proof);
    expect(readPlan(JSON.stringify(proven), 'file').proof).toEqual(proof);
    for (const forged of [
      { ...plan, proof },
      { ...proven, proof: { ...proof, server: 'Toy 2' } },
      { ...proven, proof: undefined },
    ]) {
      expect(() => readPlan(JSON.stringify(forged), 'file')).toThrow(expect.objectContaining({ code: 'PLAN_CORRUPT' }));
    }
  });

  test('reversed twice is itself', () => {
    const { plan } = planToy(
      driver,
      [thing('table:a', { n: 1 })],
      [thing('table:a', { n: 2 }), thing('view:v', {}, ['table:a'])],
    );
    const twice = reversePlan(reversePlan(plan));
    expect([twice.up, twice.down, twice.base, twice.goal]).toEqual([plan.up, plan.down, plan.base, plan.goal]);
  });
});
