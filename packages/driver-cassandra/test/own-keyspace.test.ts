import { describe, expect, test } from 'vitest';
import { named, settled } from '../src/own-keyspace.js';
import { isLeft } from '../src/scratch.js';

const names = new Set(['shop']);
const inScratch = (text: string) => settled(text, names, 'scratch').text;

describe('a statement of a desired state', () => {
  test.each([
    ['CREATE TABLE shop.users (id int PRIMARY KEY)', 'CREATE TABLE users (id int PRIMARY KEY)'],
    ['CREATE INDEX i ON "shop" . users (name)', 'CREATE INDEX i ON "shop" . users (name)'],
    ["CREATE FUNCTION shop.f(a int) … AS 'shop.users'", "CREATE FUNCTION f(a int) … AS 'shop.users'"],
    ['CREATE TABLE users (a frozen<shop.place>) -- shop.x', 'CREATE TABLE users (a frozen<place>) -- shop.x'],
    [
      "CREATE KEYSPACE IF NOT EXISTS other WITH replication = {'a': 1}",
      "ALTER KEYSPACE scratch WITH replication = {'a': 1}",
    ],
    ['ALTER KEYSPACE shop WITH durable_writes = false', 'ALTER KEYSPACE scratch WITH durable_writes = false'],
  ])('%s', (written, sent) => {
    expect(inScratch(written)).toBe(sent);
  });

  test.each([
    'CREATE TABLE other.users (id int PRIMARY KEY)',
    'DROP TABLE "Shop".users',
    'DROP KEYSPACE shop',
    'ALTER KEYSPACE other WITH durable_writes = false',
  ])('is refused where it is about another keyspace, or takes this one away: %s', (written) => {
    expect(() => inScratch(written)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED' }));
  });

  test('tells what it calls its keyspace', () => {
    expect(settled('CREATE KEYSPACE "Other" WITH durable_writes = true', names, 'scratch').calls).toBe('Other');
  });
});

test('the keyspace of a plan is the one that it runs in, but for what a text says', () => {
  const written = 'ALTER KEYSPACE "this keyspace" WITH durable_writes = true';
  expect(named(written, 'Shop')).toBe('ALTER KEYSPACE "Shop" WITH durable_writes = true');
  const said = `ALTER TABLE t WITH comment = 'see "this keyspace"'`;
  expect(named(said, 'shop')).toBe(said);
});

describe('a scratch keyspace', () => {
  const made = Date.UTC(2026, 0, 1);
  const name = `schema_sync_scratch_${made.toString(36)}_0123456789ab`;

  test('is left behind once nobody can be at work in it', () => {
    expect(isLeft(name, made + 7 * 3_600_000)).toBe(true);
    expect(isLeft(name, made + 3_600_000)).toBe(false);
  });

  test('is none of another name', () => {
    expect(isLeft('schema_sync_scratch_of_mine', made + 7 * 3_600_000)).toBe(false);
  });
});
