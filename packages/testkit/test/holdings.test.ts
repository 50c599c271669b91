import { type Address, address, type Rename } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { compareHoldings, type Holding, type Holdings, withoutGiven } from '../src/golden/holdings.js';

type Row = Readonly<Record<string, unknown>>;

function holding(name: string, rows: readonly Row[], facts: Holding['facts'] = {}): Holding {
  return { name, columns: new Set(rows.flatMap((row) => Object.keys(row))), rows, facts };
}

function holdings(...all: readonly Holding[]): Holdings {
  return new Map(all.map((each) => [address('table', each.name), each]));
}

const nothing = { lost: [], changed: [], miscounted: [] };
const users = address('table', 'users');
const people = address('table', 'people');
const column = (object: Address, from: string, to: string): Rename => ({ of: 'member', object, from, to });

describe('what became of the rows', () => {
  const before = holdings(
    holding('users', [
      { id: 1, mail: 'a' },
      { id: 2, mail: 'b' },
    ]),
  );

  test('nothing, where they are the same in another order', () => {
    const after = holdings(
      holding('users', [
        { mail: 'b', id: 2 },
        { mail: 'a', id: 1 },
      ]),
    );
    expect(compareHoldings(before, after, [])).toEqual(nothing);
  });

  test('nothing, where a table and a column have other names', () => {
    const after = holdings(
      holding('people', [
        { id: 1, email: 'a' },
        { id: 2, email: 'b' },
      ]),
    );
    const renames: readonly Rename[] = [
      { of: 'object', from: users, to: people, name: 'people' },
      column(people, 'mail', 'email'),
    ];
    expect(compareHoldings(before, after, renames)).toEqual(nothing);
  });

  test('a table that is gone, or emptied, is lost', () => {
    expect(compareHoldings(before, holdings(), []).lost).toEqual(['users']);
    expect(compareHoldings(before, holdings(holding('users', [])), []).lost).toEqual(['users']);
  });

  test('a column that is gone is lost', () => {
    const after = holdings(holding('users', [{ id: 1 }, { id: 2 }]));
    expect(compareHoldings(before, after, [])).toEqual({ ...nothing, lost: ['users.mail'] });
  });

  test('a row that is gone is counted', () => {
    const after = holdings(holding('users', [{ id: 1, mail: 'a' }]));
    expect(compareHoldings(before, after, []).miscounted).toEqual(['users: 2 → 1']);
  });

  test('a value of another type is a change', () => {
    const after = holdings(
      holding('users', [
        { id: '1', mail: 'a' },
        { id: 2, mail: 'b' },
      ]),
    );
    expect(compareHoldings(before, after, []).changed).toEqual(['users.id']);
  });

  test('values that trade places between rows are a change', () => {
    const after = holdings(
      holding('users', [
        { id: 1, mail: 'b' },
        { id: 2, mail: 'a' },
      ]),
    );
    expect(compareHoldings(before, after, []).changed).toEqual(['users: values between rows']);
  });

  test('a fact that changes is a change, and one that is no longer told is not', () => {
    const counted = holdings(holding('users', [{ id: 1 }], { counter: 4, violations: 0 }));
    const after = holdings(holding('users', [{ id: 1 }], { counter: 1 }));
    expect(compareHoldings(counted, after, []).changed).toEqual(['users.counter']);
  });

  test('what is given up is not looked for again', () => {
    const given = withoutGiven(before, new Set(['users.email']), [column(users, 'mail', 'email')]);
    expect([...(given.get(users)?.columns ?? [])]).toEqual(['id']);
    expect(withoutGiven(before, new Set(['users']), []).size).toBe(0);
    const renamed: Rename = { of: 'object', from: users, to: people, name: 'people' };
    expect(withoutGiven(before, new Set(['people']), [renamed]).size).toBe(0);
  });
});
