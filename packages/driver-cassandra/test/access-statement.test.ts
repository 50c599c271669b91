import { describe, expect, test } from 'vitest';
import { AccessLedger } from '../src/access/access-ledger.js';
import { calledWith, droppedThing, readAccess, Unreadable } from '../src/access/access-statement.js';
import { cassandraDialect } from '../src/dialect.js';

describe('a statement about roles or permissions', () => {
  test.each([
    ['CREATE ROLE IF NOT EXISTS "Ada"', { verb: 'create-role', role: 'Ada', unless: true }],
    [
      "create role 'it''s' with superuser = false and login = TRUE;",
      { verb: 'create-role', role: "it's", superuser: false, login: true },
    ],
    ['ALTER ROLE ADA WITH LOGIN = false', { verb: 'alter-role', role: 'ada', login: false }],
    ['DROP ROLE IF EXISTS ada', { verb: 'drop-role', role: 'ada', unless: true }],
    ['GRANT select TO ada', { verb: 'grant-role', role: 'ada', of: 'select' }],
    ['REVOKE reader FROM ada', { verb: 'revoke-role', role: 'ada', of: 'reader' }],
    [
      'GRANT SELECT PERMISSION, MODIFY ON shop."T" TO ada',
      {
        ...{ verb: 'grant', role: 'ada', on: { level: 'table', name: 'T' }, keyspace: 'shop' },
        permissions: ['SELECT', 'MODIFY'],
      },
    ],
    [
      'REVOKE ALL PERMISSIONS ON ALL FUNCTIONS IN KEYSPACE shop FROM ada',
      { verb: 'revoke', role: 'ada', on: { level: 'all functions', name: '' }, keyspace: 'shop', permissions: 'all' },
    ],
    [
      'GRANT EXECUTE ON FUNCTION shop.f(INT, frozen<map<text, frozen<list<int>>>>) TO ada',
      {
        ...{ verb: 'grant', role: 'ada', on: { level: 'function', name: 'f(int, map<text, list<int>>)' } },
        ...{ keyspace: 'shop', permissions: ['EXECUTE'] },
      },
    ],
    ['CREATE TABLE role (id int PRIMARY KEY)', undefined],
  ])('is read as data: %s', (text, read) => {
    expect(readAccess(text)).toEqual(read);
  });

  test.each([
    "CREATE ROLE ada WITH LOGIN = true AND PASSWORD = 's3cret'",
    "ALTER ROLE ada WITH HASHED PASSWORD = 's3cret'",
    "CREATE USER ada WITH PASSWORD 's3cret'",
    "CREATE ROLE ada WITH OPTIONS = {'a': 's3cret'}",
    'GRANT SELECT ON ALL KEYSPACES TO ada',
    'GRANT ALTER ON ROLE s3cret TO ada',
    "GRANT EXECUTE ON MBEAN 's3cret' TO ada",
    'GRANT SELECT ON users TO ada s3cret',
  ])('is refused without a word of what it says: %s', (text) => {
    const read = readAccess(text);
    expect(read).toBeInstanceOf(Unreadable);
    expect(JSON.stringify(cassandraDialect.classify(text.split(' '), undefined, text))).toMatch(
      /^{"refused"(?!.*s3cret)/,
    );
    expect(() => new AccessLedger({ features: new Set() }).takes(text, () => true)).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED', message: expect.not.stringContaining('s3cret') as unknown }),
    );
  });

  test('is held, until what it is on goes', () => {
    const ledger = new AccessLedger({ features: new Set(['column-masks']) });
    const take = (text: string) => ledger.takes(text, (name) => name === 'shop');
    expect(take('CREATE TABLE t (id int PRIMARY KEY)')).toBe(false);
    take('CREATE ROLE ada');
    take('GRANT reader TO ada');
    take('GRANT ALL ON shop.t TO ada');
    take('REVOKE DROP ON t FROM ada');
    take('GRANT EXECUTE ON FUNCTION shop.f(int) TO ada');
    expect(() => take('GRANT SELECT ON other.t TO ada')).toThrow('the keyspace other');
    expect(() => take('GRANT reader TO nobody')).toThrow('nobody');
    expect(() => take('ALTER ROLE nobody WITH SUPERUSER = false')).toThrow('nobody');
    take('ALTER ROLE IF EXISTS nobody WITH SUPERUSER = false');
    expect([...ledger.held().roles.keys()]).toEqual(['ada']);
    expect(ledger.held().roles.get('ada')).toEqual({ login: false, superuser: false, memberOf: ['reader'] });
    const permissions = ['ALTER', 'AUTHORIZE', 'MODIFY', 'SELECT', 'SELECT_MASKED', 'UNMASK'];
    const onFunction = { level: 'function', name: 'f(int)', role: 'ada', permissions: ['EXECUTE'] };
    expect(ledger.held().grants).toEqual([{ level: 'table', name: 't', role: 'ada', permissions }, onFunction]);
    const gone = droppedThing('DROP TABLE IF EXISTS shop.t');
    if (gone) ledger.forget(gone);
    expect(ledger.held().grants).toEqual([onFunction]);
    take('DROP ROLE ada');
    expect(ledger.held()).toEqual({ grants: [], roles: new Map() });
  });

  test('leaves no members of a role that goes', () => {
    const ledger = new AccessLedger({ features: new Set() });
    const said = ['CREATE ROLE reader', 'CREATE ROLE ada', 'GRANT reader TO ada', 'DROP ROLE reader'];
    for (const text of said) ledger.takes(text, () => true);
    expect(ledger.held().roles).toEqual(new Map([['ada', { login: false, superuser: false, memberOf: [] }]]));
  });
});

test('a function is one, however the types of its arguments are spelt', () => {
  expect(calledWith('f', 'frozen < list<INT> > , "Place"')).toBe('f(list<int>, "Place")');
  expect(droppedThing('DROP FUNCTION IF EXISTS f(list<frozen<int>>)')).toEqual({
    level: 'function',
    name: 'f(list<int>)',
  });
});

test.each([
  ['CREATE TABLE t (id int PRIMARY KEY, mail text MASKED WITH DEFAULT)', 'a mask'],
  ['alter table t alter mail masked with mask_inner(1, null)', 'a mask'],
  ["CREATE TABLE t (masked int PRIMARY KEY) WITH comment = 'MASKED WITH'", undefined],
  ["CREATE TRIGGER t ON u USING 'org.example.T'", 'a trigger'],
])('what is not covered is refused by name: %s', (text, named) => {
  const words = text.toUpperCase().split(' ');
  const read = cassandraDialect.classify(words, undefined, text);
  if (named === undefined) expect(read).toBe('schema');
  else expect(read).toMatchObject({ refused: expect.stringContaining(named) as unknown });
});
