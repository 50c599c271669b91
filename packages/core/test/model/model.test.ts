import { describe, expect, test } from 'vitest';
import { address, partsOf } from '../../src/model/address.js';
import { createCatalogue } from '../../src/model/catalogue.js';
import { extra } from '../../src/model/extra.js';
import { hashOf } from '../../src/model/hash.js';
import { canonicalJson, equalJson } from '../../src/model/json.js';
import { schemaObject } from '../../src/model/object.js';
import { openSnapshot, takeSnapshot } from '../../src/model/snapshot.js';

const table = (name: string, spec: unknown = {}, needs: string[] = []) =>
  schemaObject({
    kind: 'table',
    address: address('table', name),
    name,
    spec,
    needs: needs.map((n) => address('table', n)),
  });

describe('address', () => {
  test.each([[['users']], [['public', 'users']], [['a.b', 'c\\d', '']], [['x:y', '..']], [['\\.']]])(
    '%j comes back',
    (parts) => {
      expect(partsOf(address('engine/kind', ...parts))).toEqual({ kind: 'engine/kind', parts });
    },
  );

  test('different paths never meet', () => {
    expect(address('table', 'a.b')).not.toBe(address('table', 'a', 'b'));
  });
});

describe('json', () => {
  test('member order and undefined do not count', () => {
    expect(canonicalJson({ b: 1, a: [null, { d: undefined, c: 'x' }] })).toBe('{"a":[null,{"c":"x"}],"b":1}');
    expect(equalJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(equalJson({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  });

  test.each([
    [{ a: 1 }, { a: 2 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: 1 }, { b: 1 }],
    [null, {}],
    [[], {}],
    ['1', 1],
  ])('%j is not %j', (a, b) => {
    expect(equalJson(a, b)).toBe(false);
    expect(equalJson(b, a)).toBe(false);
  });

  test('what has no JSON form is refused', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('NaN');
    expect(() => canonicalJson(() => 1)).toThrow('function');
  });
});

describe('catalogue', () => {
  test('the root does not depend on the order of creation, and does on content', () => {
    const [a, b] = [table('a', { x: 1 }), table('b')];
    expect(createCatalogue([a, b]).root).toBe(createCatalogue([b, a]).root);
    expect(createCatalogue([a, b]).root).not.toBe(createCatalogue([table('a', { x: 2 }), b]).root);
  });

  test('layout, name and needs are not part of the hash', () => {
    const plain = table('a', { x: 1 });
    const other = schemaObject({ ...plain, name: 'A', layout: ['x'], needs: [address('table', 'b')] });
    expect(hashOf(other)).toBe(hashOf(plain));
  });

  test('knows children and dependents', () => {
    const index = schemaObject({
      kind: 'index',
      address: address('index', 'i'),
      name: 'i',
      spec: {},
      parent: address('table', 'a'),
    });
    const catalogue = createCatalogue([table('b', {}, ['a']), index, table('a')]);
    expect(catalogue.children(address('table', 'a'))).toEqual([index]);
    expect(catalogue.dependents(address('table', 'a')).map(({ name }) => name)).toEqual(['b']);
    expect(catalogue.children(address('table', 'b'))).toEqual([]);
  });

  test('two objects at one address are refused', () => {
    expect(() => createCatalogue([table('a'), table('a')])).toThrow('two objects at table:a');
  });
});

describe('snapshot', () => {
  const catalogue = createCatalogue([table('a', { x: 1 })]);
  const text = JSON.stringify(takeSnapshot('toy', catalogue));

  test('comes back whole', () => {
    expect(openSnapshot(JSON.parse(text), 'file').catalogue.root).toBe(catalogue.root);
  });

  test.each([
    ['edited', text.replace('"x":1', '"x":2')],
    ['with another name', text.replace('"name":"a"', '"name":"b"')],
    ['another format', text.replace('"format":1', '"format":9')],
    ['not a snapshot', '{"format":1}'],
    ['nothing', 'null'],
    ['nested without end', text.replace('"x":1', `"x":${'['.repeat(20_000)}${']'.repeat(20_000)}`)],
  ])('%s is refused', (_, damaged) => {
    expect(() => openSnapshot(JSON.parse(damaged), 'file')).toThrow(
      expect.objectContaining({ code: 'SNAPSHOT_CORRUPT' }),
    );
  });
});

test('an extra reads what a driver wrote', () => {
  const strict = extra<true>('toy/strict');
  expect(strict.of(schemaObject({ ...table('a'), extras: { 'toy/strict': true } }))).toBe(true);
  expect(strict.of(table('a'))).toBeUndefined();
});
