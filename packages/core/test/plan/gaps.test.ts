import { describe, expect, test } from 'vitest';
import type { Change, StepDraft } from '../../src/contract/index.js';
import { address } from '../../src/model/address.js';
import { planToy, thing, toyDriver, toyKind } from '../support/toy.js';

const frail = { survives: () => false };

/** A table is filled online, before anything makes way for what changes at once. */
function renderTable({ verb, address }: Change): readonly StepDraft[] {
  const whole = { summary: `${verb} ${address}`, sql: [], apart: true as const };
  return verb === 'alter' ? [whole, { summary: `fill ${address}`, sql: [], atomic: false, early: true }] : [whole];
}

/** A key is built before the old one makes way; what refers to it is looked into when it is back. */
function renderKey({ verb, address }: Change): readonly StepDraft[] {
  const isKey = address === 'key:a';
  const built: StepDraft = { summary: `build ${address}`, sql: [], atomic: false, early: true };
  const own: StepDraft = { summary: `${verb} ${address}`, sql: [], apart: true };
  const looked: StepDraft = { summary: `look into ${address}`, sql: [], apart: true, late: true };
  return [...(isKey && verb === 'create' ? [built] : []), own, ...(isKey || verb === 'drop' ? [] : [looked])];
}

const driver = toyDriver([
  toyKind('key', { render: renderKey, compare: () => ({ replace: 'a key cannot be altered' }), ...frail }),
  toyKind('value', { render: ({ verb, address }) => [{ summary: `${verb} ${address}`, sql: [], atomic: false }] }),
  toyKind('table', { namespace: 'relation', render: renderTable }),
  toyKind('policy', { within: 'table', title: 'policy', absence: 'access', ...frail }),
  toyKind('view', { namespace: 'relation', ...frail }),
]);

function batchesOf(from: readonly ReturnType<typeof thing>[], to: readonly ReturnType<typeof thing>[], by = driver) {
  const { plan } = planToy(by, from, to);
  return plan.up.map(({ steps }) => steps.map(({ summary }) => summary));
}

const table = (name: string, version: number, needs: readonly string[] = []) =>
  thing(`table:${name}`, { version }, needs);

describe('what a plan drops to bring it back', () => {
  const around = [
    thing('policy:t.p', {}, [], 'table:t'),
    thing('view:v', {}, ['table:t']),
    thing('view:w', {}, ['view:v']),
  ];

  test.each(['before', 'preferBefore'] as const)(
    'comes after what is to be there %s a change, and so does what is early of that',
    (wish) => {
      const first: StepDraft = {
        summary: 'come first',
        sql: [],
        atomic: false,
        [wish]: [{ verb: 'alter', address: address('table', 't') }],
      };
      const by = toyDriver([...driver.kinds, toyKind('zeroth', { render: () => [first] })]);
      const up = batchesOf([table('t', 1), ...around], [table('t', 2), ...around, thing('zeroth:z')], by);
      expect(up.slice(0, 2)).toEqual([['come first'], ['fill table:t']]);
    },
  );

  test('is gone within one transaction, though other steps commit by themselves', () => {
    const up = batchesOf([table('t', 1), ...around], [table('t', 2), ...around, thing('value:x'), table('u', 1)]);
    expect(up).toEqual([
      ['fill table:t'],
      ['create table:u'],
      ['create value:x'],
      [
        'drop policy:t.p',
        'drop view:w',
        'drop view:v',
        'alter table:t',
        'create policy:t.p',
        'create view:v',
        'create view:w',
      ],
    ]);
  });

  test('goes and comes back for one table after the other', () => {
    const views = [thing('view:v', {}, ['table:t']), thing('view:w', {}, ['table:u'])];
    const up = batchesOf(
      [table('t', 1), table('u', 1), ...views],
      [table('t', 2), table('u', 2), ...views, thing('value:x')],
    );
    expect(up.slice(-1).flat()).toEqual([
      'drop view:v',
      'alter table:t',
      'create view:v',
      'drop view:w',
      'alter table:u',
      'create view:w',
    ]);
  });

  test('is built before, and looked into afterwards', () => {
    const keys = (version: number) => [
      thing('key:a', { version }),
      thing('key:b', {}, ['key:a']),
      thing('key:c', {}, ['key:a']),
    ];
    expect(batchesOf(keys(1), keys(2))).toEqual([
      ['build key:a'],
      ['drop key:b', 'drop key:c', 'drop key:a', 'create key:a', 'create key:b', 'create key:c'],
      ['look into key:b'],
      ['look into key:c'],
    ]);
  });

  test('is told where something has to commit before it is back, and what that means', () => {
    const standing = [
      table('t', 1, ['value:x']),
      thing('policy:t.p', {}, ['value:x'], 'table:t'),
      thing('view:v', {}, ['table:t', 'value:x']),
    ];
    const { plan } = planToy(
      driver,
      [...standing, thing('value:x', { a: 1 })],
      [...standing, thing('value:x', { a: 2 })],
    );
    const told = plan.up.flatMap(({ steps }) =>
      steps.flatMap(({ summary, hazards }) => hazards.map((hazard) => [summary, hazard.class, hazard.code])),
    );
    expect(told).toEqual([
      ['drop policy:t.p', 'access', 'gone-meanwhile'],
      ['drop view:v', 'correctness', 'gone-meanwhile'],
    ]);
  });
});

describe('what goes until something else is there', () => {
  const until = [{ verb: 'create', address: address('policy', 't', 'new') }] as const;
  const render = ({ verb, address: own }: Change): readonly StepDraft[] => [
    { summary: `${verb} ${own}`, sql: [], apart: true, ...(verb === 'drop' && { until }) },
  ];
  const exchanging = toyDriver([
    toyKind('guarded', { namespace: 'relation', render }),
    toyKind('policy', { within: 'guarded', render }),
  ]);
  const guarded = (version: number) => thing('guarded:t', { version });
  const policy = (name: string) => thing(`policy:t.${name}`, {}, [], 'guarded:t');

  test('commits together with that', () => {
    expect(batchesOf([guarded(1), policy('old')], [guarded(2), policy('new')], exchanging)).toEqual([
      ['drop policy:t.old', 'alter guarded:t', 'create policy:t.new'],
    ]);
  });

  test('commits by itself where nothing else comes', () => {
    expect(batchesOf([guarded(1), policy('old')], [guarded(2)], exchanging)).toEqual([
      ['drop policy:t.old'],
      ['alter guarded:t'],
    ]);
  });
});

/** Guards what it has policies for. */
function renderGuarded({ verb, address: own }: Change): readonly StepDraft[] {
  const at = address('policy', 't', 'p');
  const whole: StepDraft = { summary: `${verb} ${own}`, sql: [], apart: true };
  if (verb !== 'alter') return [whole];
  return [
    { summary: 'no longer guard', sql: [], apart: true, early: true, preferBefore: [{ verb: 'drop', address: at }] },
    whole,
    { summary: 'guard', sql: [], apart: true, late: true, preferAfter: [{ verb: 'create', address: at }] },
  ];
}

describe('what wishes to stand by itself', () => {
  const wishing = toyDriver([
    toyKind('guarded', {
      namespace: 'relation',
      render: renderGuarded,
    }),
    toyKind('policy', { within: 'guarded' }),
  ]);
  const guarded = (version: number) => thing('guarded:t', { version });
  const policy = thing('policy:t.p', {}, [], 'guarded:t');
  type Things = Parameters<typeof batchesOf>[0];
  const steps = (from: Things, to: Things) => batchesOf(from, to, wishing).flat();

  test('comes after what it would have nothing to do without', () => {
    expect(steps([guarded(1)], [guarded(2), policy])).toEqual([
      'no longer guard',
      'alter guarded:t',
      'create policy:t.p',
      'guard',
    ]);
  });

  test('comes before what would leave it nothing to do', () => {
    expect(steps([guarded(1), policy], [guarded(2)])).toEqual([
      'no longer guard',
      'drop policy:t.p',
      'alter guarded:t',
      'guard',
    ]);
  });
});
