import { expect, test } from 'vitest';
import { KnownStates } from '../../src/fleet/known-states.js';
import type { Member } from '../../src/fleet/member.js';
import { address } from '../../src/model/address.js';
import { createCatalogue, emptyCatalogue } from '../../src/model/catalogue.js';
import { schemaObject } from '../../src/model/object.js';
import type { Compiled } from '../../src/source/compiled.js';
import { tenantContext } from '../../src/tenant/context.js';

const member = (id: string): Member => ({
  tenant: tenantContext({ id, target: { url: 'db:x', directory: '/' } }),
  label: id,
  name: `t_${id}`,
});
const [a, b] = [member('a'), member('b')];
const goal = { catalogue: emptyCatalogue, renames: [], warnings: [], seeds: [] } as unknown as Compiled;
const question = { goal, request: {} };
const state = { key: 'k', inSync: true, unmanaged: [] };
const told = (shared: string, own: Readonly<Record<string, string>>) => ({
  shared,
  own: new Map(Object.entries(own)),
});
const settled = () => {
  const known = new KnownStates({ name: 'x' }, undefined);
  known.settle(a, { partFingerprint: 'a1' }, question, state);
  known.settle(b, { partFingerprint: 'b1' }, question, state);
  return known;
};

test('what runs brought parts of a place to is known once the place tells the same of them', () => {
  const known = settled();
  expect(known.document(false).tenants).toEqual({});
  known.confirm(told('s', { t_a: 'a1', t_b: 'b2' }), 's');
  // Somebody changed the other one before the place was asked.
  expect(Object.keys(known.document(false).tenants)).toEqual(['a']);
  expect(known.find(a, 's a1', question)).toEqual(state);
  expect(known.find(b, 's b2', question)).toBeUndefined();
});

test('nothing is known by it where what all share was changed since before the runs', () => {
  const known = settled();
  known.confirm(told('s2', { t_a: 'a1', t_b: 'b1' }), 's');
  expect(known.document(false).tenants).toEqual({});
});

test('where a state that comes again is told alike, what was read is kept once nothing was changed in the place until then', () => {
  const place = { ...told('s', { t_a: 'a1' }), changes: '1' };
  const read = () => {
    const known = new KnownStates({ name: 'x' }, place);
    known.note(a, 's a1', question, state);
    known.note(b, 'by itself', question, state);
    return known;
  };
  const keptAfter = (after: Parameters<KnownStates['confirmRead']>[0]) => {
    const known = read();
    expect(known.isUnsure).toBe(true);
    known.confirmRead(after);
    return Object.keys(known.document(false).tenants);
  };
  expect(Object.keys(read().document(false).tenants)).toEqual(['b']);
  expect(keptAfter(place)).toEqual(['a', 'b']);
  expect(keptAfter({ ...place, changes: '3' })).toEqual(['b']);
  expect(keptAfter(undefined)).toEqual(['b']);
  const { changes: _, ...unlike } = place;
  const known = new KnownStates({ name: 'x' }, unlike);
  known.note(a, 's a1', question, state);
  expect(known.isUnsure).toBe(false);
});

test('what has no fingerprint, and what depends on rows or on old names, is known by nothing', () => {
  const known = new KnownStates({ name: 'x' }, undefined);
  known.note(a, undefined, question, state);
  known.note(a, 'f', { goal, request: { renames: [{ at: 'here', from: ['old'], to: ['new'] }] } }, state);
  expect(known.document(false).tenants).toEqual({});
  known.note(a, 'f', question, state);
  expect(known.find(b, 'f', question)).toEqual(state);
  expect(known.find(b, 'f', { goal, request: { exclude: ['t'] } })).toBeUndefined();
});

test('what is known for one desired state says nothing of another one that is to be laid out otherwise', () => {
  const known = new KnownStates({ name: 'x' }, undefined);
  const counting = (counter: string) => {
    const table = schemaObject({
      kind: 'table',
      address: address('table', 't'),
      name: 't',
      spec: {},
      layout: { counter },
    });
    return { goal: { ...goal, catalogue: createCatalogue([table]) }, request: {} };
  };
  known.note(a, 'f', counting('1'), state);
  expect(known.find(a, 'f', counting('1'))).toEqual(state);
  expect(known.find(a, 'f', counting('1000'))).toBeUndefined();
});
