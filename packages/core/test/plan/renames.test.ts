import { describe, expect, test } from 'vitest';
import type { RenameHint } from '../../src/contract/change.js';
import { diff } from '../../src/diff/diff.js';
import { impossibleRenames } from '../../src/diff/rename-lint.js';
import { createCatalogue } from '../../src/model/catalogue.js';
import type { SchemaObject } from '../../src/model/object.js';
import { planToy, thing, toyDriver, toyKind } from '../support/toy.js';

const driver = toyDriver([
  toyKind('table', {
    namespace: 'relation',
    relation: ({ name, spec }) => ({
      name,
      type: 'table',
      columns: Object.keys(spec as object).map((column) => ({ name: column, type: '', nullable: true })),
      foreignKeys: [],
      indexes: [],
    }),
    compare: (from, to, { renamed }) => {
      const old = new Set(renamed.values());
      const [before, after] = [from.spec, to.spec] as Record<string, unknown>[];
      return [
        ...Array.from(renamed, ([next, last]) => ({ type: 'rename-column', path: [next], from: last }) as const),
        ...Object.keys(before ?? {}).flatMap((name) =>
          old.has(name) || name in (after ?? {}) ? [] : [{ type: 'drop-column', path: [name] } as const],
        ),
        ...Object.entries(after ?? {}).flatMap(([name, value]) => {
          const was = before?.[renamed.get(name) ?? name];
          return was === value ? [] : [{ type: 'change-column', path: [name] } as const];
        }),
      ];
    },
  }),
  toyKind('view', { namespace: 'relation' }),
  toyKind('index', { within: 'table' }),
]);
const server = { product: 'Toy', version: [1], features: new Set<string>() };

/** `a=b`, said in a file, or with `!` for one run. */
function hint(text: string): RenameHint {
  const [from = '', to = ''] = text.replace('!', '').split('=');
  return { at: 'a.sql:1', from: from.split('.'), to: to.split('.'), ...(text.startsWith('!') && { once: true }) };
}

function compare(base: readonly SchemaObject[], goal: readonly SchemaObject[], ...hints: readonly string[]) {
  return diff(createCatalogue(base), createCatalogue(goal), { driver, server, hints: hints.map(hint) });
}

/** What is left alone: on the side of the base, and of the goal. */
interface Apart {
  readonly kept?: readonly SchemaObject[];
  readonly leftOut?: readonly SchemaObject[];
}

function compareBeside({ kept = [], leftOut = [] }: Apart, ...[base, goal, ...hints]: Parameters<typeof compare>) {
  const beside = { kept: createCatalogue(kept), leftOut: createCatalogue(leftOut) };
  const options = { driver, server, hints: hints.map(hint), ...beside };
  return diff(createCatalogue(base), createCatalogue(goal), options);
}

const table = (name: string, spec: unknown = { id: 1 }) => thing(`table:${name}`, spec);
const reasons = (...parameters: Parameters<typeof compare>) =>
  compare(...parameters).unmade.map(({ reason }) => reason);
const refusal = (message: string, more: string) =>
  expect.objectContaining({
    code: 'RENAME_INVALID',
    message: expect.stringContaining(message),
    hint: expect.stringContaining(more),
  });

describe('a rename in a desired state', () => {
  test('is noted where it was made long ago', () => {
    expect(reasons([table('b')], [table('b')], 'a=b')).toEqual(['made']);
    expect(reasons([table('t', { n: 1 })], [table('t', { n: 1 })], 't.o=t.n')).toEqual(['made']);
    // A chain that was made leaves names behind that are in use again.
    expect(reasons([table('b'), table('c')], [table('b'), table('c')], 'a=b', 'b=c')).toEqual(['made', 'made']);
  });

  test('is noted where there never was anything to rename, and nothing goes', () => {
    expect(reasons([], [table('b')], 'a=b')).toEqual(['missing']);
    expect(reasons([], [table('t', { n: 1 })], 't.o=t.n')).toEqual(['missing']);
    expect(reasons([table('t', { k: 1 })], [table('t', { k: 1, n: 1 })], 't.o=t.n')).toEqual(['missing']);
  });

  test('is an error where it may be misspelt, and what it may mean would be dropped', () => {
    expect(() => compare([table('people')], [table('users')], 'poeple=users')).toThrow(
      refusal('a.sql:1: there is no poeple that could be renamed to users, and people beside it', 'Is people meant?'),
    );
    expect(() => compare([table('t', { mail: 1 })], [table('t', { email: 1 })], 't.mial=t.email')).toThrow(
      refusal('and mail beside it would be dropped', 'Is mail meant?'),
    );
  });

  test('is no error where what goes beside it is spoken for, of another kind, or elsewhere', () => {
    expect(reasons([table('a')], [table('b'), table('c')], 'a=b', 'x=c')).toEqual(['missing']);
    expect(reasons([thing('view:v')], [table('b')], 'a=b')).toEqual(['missing']);
    const other = [table('t', { k: 1 }), table('u', { mail: 1 })];
    expect(reasons(other, [table('t', { k: 1, n: 1 }), table('u', {})], 't.o=t.n')).toEqual(['missing']);
    // Made long ago: what is dropped today has nothing to do with it.
    expect(reasons([table('t', { n: 1, k: 1 })], [table('t', { n: 1 })], 't.o=t.n')).toEqual(['made']);
  });

  test('is no error where what goes beside it holds nothing', () => {
    const index = (name: string) => thing(`index:${name}`, {}, [], 'table:t');
    expect(reasons([table('t'), index('i')], [table('t'), index('j')], 'k=j')).toEqual(['missing']);
  });

  test('is made from whichever of the names that a thing had is there', () => {
    const steps = ['t.mail=t.address', 't.email=t.address'];
    const goal = [table('t', { address: 1 })];
    for (const [name, left] of [
      ['mail', ['missing']],
      ['email', ['missing']],
      ['address', ['made', 'made']],
    ] as const) {
      const { changes, unmade } = compare([table('t', { [name]: 1 })], goal, ...steps);
      expect(unmade.map(({ reason }) => reason)).toEqual(left);
      expect(changes.flatMap((change) => (change.verb === 'alter' ? change.deltas : []))).toEqual(
        name === 'address' ? [] : [{ type: 'rename-column', path: ['address'], from: name }],
      );
    }
    expect(() => compare([table('t', { mail: 1 })], goal, 't.email=t.address')).toThrow(
      refusal('and mail beside it would be dropped', 'state the one that it has beside it'),
    );
  });

  test('is told about where both names are there, or the old one is desired, too', () => {
    expect(reasons([table('a'), table('b')], [table('b')], 'a=b')).toEqual(['occupied']);
    expect(reasons([table('a')], [table('a'), table('b')], 'a=b')).toEqual(['wanted']);
  });
});

describe('a rename of what is left alone', () => {
  const [a, b] = [table('a'), table('b')];

  test('is none where its new name is left out of the desired state, and the old one is not managed', () => {
    const u = table('u', { email: 1 });
    expect(compareBeside({ kept: [table('u', { mail: 1 })], leftOut: [u] }, [], [], 'u.mail=u.email').unmade).toEqual(
      [],
    );
    expect(compareBeside({ kept: [a], leftOut: [b] }, [], [], 'a=b').unmade).toEqual([]);
    expect(compareBeside({ leftOut: [b] }, [], [], 'a=b').unmade).toEqual([]);
  });

  test('is refused where the old one would be dropped, and its new name is not to be touched', () => {
    expect(() => compareBeside({ leftOut: [b] }, [a], [], 'a=b')).toThrow(
      refusal('a would be dropped', 'Exclude a, too'),
    );
    const both = compareBeside({ kept: [b], leftOut: [b] }, [a], [], 'a=b');
    expect(both.unmade.map(({ reason }) => reason)).toEqual(['occupied']);
  });

  test('is refused where the new one would be created empty beside it', () => {
    expect(() => compareBeside({ kept: [a] }, [], [b], 'a=b')).toThrow(
      refusal('b would be created empty beside it', '--not-renamed b'),
    );
  });

  test('is told where both are there, and where the new one came from another name', () => {
    const one = { at: 'a.sql:1', from: ['a'], to: ['b'], reason: 'left-alone' };
    expect(compareBeside({ kept: [a] }, [b], [b], 'a=b').unmade).toEqual([one]);
    expect(compareBeside({ kept: [a] }, [table('old')], [b], 'a=b', 'old=b').unmade).toEqual([one]);
  });

  test('said for one run is refused', () => {
    const refused = (what: string) =>
      refusal(`${what} is left alone, so that nothing is renamed`, 'Leave the rename out');
    expect(() => compareBeside({ kept: [a] }, [], [b], '!a=b')).toThrow(refused('a'));
    expect(() => compareBeside({ leftOut: [b] }, [a], [], '!a=b')).toThrow(refused('b'));
  });
});

describe('a rename that is said for one run', () => {
  test.each([
    ['!nope=b', [table('nop')], [table('nop'), table('b')], 'there is no nope that could be renamed', 'Is nop meant?'],
    ['!nope=b', [table('x'), table('y')], [table('b')], 'there is no nope', 'There is: x, y.'],
    ['!nope=b', [table('b')], [table('b')], 'nothing to rename: b is there already', 'Leave it out'],
    ['!a=b', [table('a'), table('b')], [table('b')], 'because b is there already', 'drop the b'],
    ['!a=b', [table('a'), table('b')], [table('a'), table('b')], 'the desired state has both', 'Leave it out'],
    ['!a=b', [table('a')], [table('a'), table('b')], 'the desired state still has a', 'Take a out'],
    ['!t.x=t.n', [table('t', { xx: 1 })], [table('t', { n: 1 })], 'there is no t.x that', 'Is xx meant?'],
    ['!a=A', [table('a')], [table('a')], 'both sides are one name', 'Leave it out'],
  ])('%s is an error where it does not hold', (text, base, goal, message, more) => {
    expect(() => compare(base, goal, text)).toThrow(refusal(message, more));
  });
});

describe('names that trade places', () => {
  const pair = [table('a', { x: 1 }), table('b', { y: 1 })];
  const traded = [table('b', { x: 1 }), table('a', { y: 1 })];

  test('do so by way of a name aside, and back', () => {
    const { up, down } = planToy(driver, pair, traded, [
      ['a', 'b'],
      ['b', 'a'],
    ]);
    const way = ['rename table:_schema_sync_aside_1', 'rename table:b', 'rename table:a'];
    expect(up).toHaveLength(3);
    expect([...up].sort()).toEqual([...way].sort());
    expect([...down].sort()).toEqual([...way].sort());
  });

  test('did so already where the base is nearer to the goal as it is', () => {
    expect(compare(traded, traded, 'a=b', 'b=a')).toMatchObject({
      changes: [],
      unmade: [{ reason: 'traded' }, { reason: 'traded' }],
    });
    expect(() => compare(traded, traded, '!a=b', '!b=a')).toThrow(
      refusal('look as if they had traded places already', 'Leave it out'),
    );
  });

  test('are refused where nothing tells, and made where they are said for one run', () => {
    const alike = [table('a'), table('b')];
    expect(() => compare(alike, alike, 'a=b', 'b=a')).toThrow(
      refusal('a and b are to trade places, and look so alike', '--rename a=b --rename b=a'),
    );
    expect(compare(alike, alike, '!a=b', '!b=a').changes.map(({ id }) => id)).toEqual([
      'rename table:a',
      'rename table:b',
    ]);
    const columns = [table('t', { m: 1, n: 1 })];
    expect(compare(columns, columns, '!t.m=t.n', '!t.n=t.m').changes).toMatchObject([{ verb: 'alter' }]);
  });

  test('can be of two kinds', () => {
    const { up } = planToy(
      driver,
      [table('a'), thing('view:b')],
      [table('b'), thing('view:a')],
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    );
    expect(up).toHaveLength(3);
  });
});

test('a rename comes before what begins to need the new name, also where what goes needed the old one', () => {
  const { up } = planToy(
    driver,
    [
      table('c'),
      table('g'),
      table('o'),
      thing('index:c.x', 'o', ['table:g'], 'table:c'),
      thing('index:g.y', 1, ['table:o'], 'table:g'),
    ],
    [table('c'), table('n'), thing('index:c.x', 'n', ['table:n'], 'table:c')],
    [['o', 'n']],
  );
  expect(up).toEqual(['rename table:n', 'alter index:c.x', 'drop table:g']);
});

describe('lint', () => {
  const goal = createCatalogue([table('a', { x: 1, y: 1 }), table('b'), table('c')]);
  const lint = (...hints: readonly string[]) =>
    impossibleRenames(hints.map(hint), goal, driver).map(({ message }) => message);

  test('tells of renames that can never hold', () => {
    expect(lint('b=B')).toEqual(['b is said to have been renamed to itself']);
    expect(lint('o=b', 'o=c')).toHaveLength(2);
    expect(lint('a=b')).toEqual([expect.stringContaining('the desired state has a, too')]);
    expect(lint('a.x=a.y')).toEqual([expect.stringContaining('the desired state has a.x, too')]);
  });

  test('has nothing against chains, swaps and histories', () => {
    expect(lint('o=b', 'p=b', 'a.x=a.y', 'a.y=a.x', 'z=c')).toEqual([]);
    expect(lint('a=b', 'z=a')).toEqual([]);
  });
});

describe('a rename from one place to another', () => {
  const places = toyDriver([
    toyKind('schema', { isPlace: true }),
    toyKind('table', { namespace: 'relation' }),
    toyKind('index', { within: 'table', namespace: 'relation', sharesPlace: ({ parent }) => parent }),
  ]);
  const schema = (name: string) => thing(`schema:${name}`);
  const inPlace = (at: string, place: string) => thing(`table:${place}.${at}`, {}, [`schema:${place}`]);
  const index = (at: string, parent: string) => thing(`index:${at}`, {}, [], parent);
  const ids = (base: readonly SchemaObject[], goal: readonly SchemaObject[], ...hints: readonly string[]) =>
    planToy(
      places,
      base,
      goal,
      hints.map((text) => text.split('=') as [string, string]),
    ).up;

  test('takes along what is always in one place with it', () => {
    expect(
      ids(
        [schema('a'), schema('b'), inPlace('t', 'a'), index('a.i', 'table:a.t')],
        [schema('a'), schema('b'), inPlace('t', 'b'), index('b.i', 'table:b.t')],
        'a.t=b.t',
      ),
    ).toEqual(['rename table:b.t']);
  });

  test('comes after the new place and before the end of the old one', () => {
    expect(ids([schema('a'), inPlace('t', 'a')], [schema('b'), inPlace('t', 'b')], 'a.t=b.t')).toEqual([
      'create schema:b',
      'rename table:b.t',
      'drop schema:a',
    ]);
  });

  test('waits until a name is free that goes along with something else', () => {
    expect(
      ids(
        ['a', 'b', 'c']
          .flatMap((name) => schema(name))
          .concat([inPlace('t', 'a'), index('a.i', 'table:a.t'), inPlace('u', 'b'), index('b.i', 'table:b.u')]),
        ['a', 'b', 'c']
          .flatMap((name) => schema(name))
          .concat([inPlace('t', 'b'), index('b.i', 'table:b.t'), inPlace('u', 'c'), index('c.i', 'table:c.u')]),
        'a.t=b.t',
        'b.u=c.u',
      ),
    ).toEqual(['rename table:c.u', 'rename table:b.t']);
  });

  test('is none where the whole place is renamed', () => {
    expect(ids([schema('a'), inPlace('t', 'a')], [schema('b'), inPlace('t', 'b')], 'a=b', 'a.t=b.t')).toEqual([
      'rename schema:b',
    ]);
  });

  test('is made once where places trade names: what is in them tells', () => {
    const state = (one: string, two: string) =>
      createCatalogue([schema('a'), schema('b'), inPlace('t', one), inPlace('u', two)]);
    const hints = [hint('!a=b'), hint('!b=a')];
    const options = { driver: places, server, hints };
    expect(diff(state('a', 'b'), state('b', 'a'), options).renames).toHaveLength(2);
    expect(() => diff(state('b', 'a'), state('b', 'a'), options)).toThrow(
      refusal('look as if they had traded places already', 'Leave it out'),
    );
    const alike = createCatalogue([schema('a'), schema('b')]);
    expect(diff(alike, alike, options).renames).toHaveLength(2);
  });

  test('is refused for columns, and for what the desired state has not', () => {
    const [base, goal] = [
      [table('t', { x: 1 }), table('u')],
      [table('t'), table('u', { x: 1 })],
    ];
    expect(() => compare(base, goal, '!t.x=u.x')).toThrow(refusal('t.x does not become u.x', 'both sides'));
    expect(() => compare(base, goal, '!t=v.t')).toThrow(refusal('the desired state has no v.t', 'Name the object'));
  });
});
