import { integer, pgEnum, pgSchema, pgTable, pgView } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { declaredBy, textOf } from '../src/runtime/declared.js';
import { namespaceOf } from '../src/runtime/namespace.js';
import { orderPlugins } from '../src/runtime/order-plugins.js';

const mood = pgEnum('mood', ['a', 'b']);
const users = pgTable('users', { id: integer().primaryKey(), mood: mood() });
const posts = pgTable('posts', { id: integer().primaryKey(), user: integer().references(() => users.id) });

describe('the schema of a plugin', () => {
  it.each([
    ['@elizaos/plugin-Discord.Bot', 'discord_bot'],
    ['plugin-notes', 'notes'],
    ['public', 'plugin_public'],
    ['plugin-pg-stat', 'plugin_pg_stat'],
    ['plugin-2fa', 'plugin_2fa'],
    ['migrations', 'plugin_migrations'],
  ])('of %s is %s', (plugin, schema) => expect(namespaceOf(plugin)).toBe(schema));

  it('is never longer than the server lets a name be, and two long names stay two', () => {
    const [one, two] = ['a', 'b'].map((end) => namespaceOf(`plugin-${'x'.repeat(70)}${end}`));
    expect(one).toHaveLength(63);
    expect(one).not.toBe(two);
    expect(namespaceOf('plugin-é')).toMatch(/^plugin_[0-9a-f]{8}$/);
  });
});

describe('what a plugin declares', () => {
  it.each([['notes '], [' '], ['\ud800'], ['a\u0000b'], ['x'.repeat(256)], [5], [null], [undefined]])(
    'is not taken under the name %j, which books would not give back',
    (name) =>
      expect(() => declaredBy(name as string, { users }, 'postgres', undefined)).toThrow(
        expect.objectContaining({ code: 'USAGE' }),
      ),
  );

  it.each([[null], [undefined], ['users']])('is no schema where it is %j', (schema) => {
    const refused = expect.objectContaining({ code: 'SOURCE_INVALID', details: { plugin: 'p' } });
    expect(() => declaredBy('p', schema as never, 'postgres', undefined)).toThrow(refused);
    expect(() => orderPlugins([{ name: 'p', schema: schema as never }])).toThrow(refused);
  });

  it('has the schemas of enums that only columns name', () => {
    const inner = pgSchema('inner').enum('mood', ['a']);
    const own = declaredBy(
      'p',
      { t: pgSchema('outer').table('t', { one: inner(), two: mood() }) },
      'postgres',
      undefined,
    );
    const [{ statements = [] } = {}] = textOf(own, 'postgres', undefined, () => 'p').texts;
    expect(statements.filter((statement) => statement.startsWith('CREATE SCHEMA'))).toEqual(
      ['outer', 'inner', 'p'].map((name) => `CREATE SCHEMA IF NOT EXISTS "${name}";`),
    );
  });

  const hashOf = (schema: Readonly<Record<string, unknown>>) => declaredBy('p', schema, 'postgres', undefined).hash;

  it('has one hash in whatever order it is exported, and another where anything is declared otherwise', () => {
    expect(hashOf({ users, mood, posts })).toBe(hashOf({ posts, mood, users }));
    expect(hashOf({ users, mood })).not.toBe(hashOf({ users, mood, posts }));
    const other = pgTable('users', { id: integer().primaryKey(), mood: mood() });
    expect(hashOf({ other, mood })).toBe(hashOf({ users, mood }));
  });

  it('is read again where the object holds something else by then', () => {
    const schema: Record<string, unknown> = { users };
    const before = hashOf(schema);
    schema.more = pgTable('more', { id: integer() });
    expect(hashOf(schema)).not.toBe(before);
  });

  it('lies in the schema of the plugin, views and types included, and refers to others where they lie', () => {
    const seen = pgView('seen').as((qb) => qb.select().from(posts));
    const declared = declaredBy('p', { posts, seen }, 'postgres', undefined);
    expect(declared.referred.map(({ value }) => value)).toEqual([users]);
    const homes = (value: unknown) => (value === users ? 'theirs' : 'ours');
    const sql = textOf(declared, 'postgres', undefined, homes)
      .texts.map((each) => each.sql)
      .join('\n');
    expect(sql).toContain('CREATE TABLE "ours"."posts"');
    expect(sql).toContain('REFERENCES "theirs"."users"');
    expect(sql).toContain('CREATE VIEW "ours"."seen" AS select "id", "user" from "ours"."posts"');
  });

  it('stays in a schema that it names itself', () => {
    const own = pgSchema('said').table('t', { id: integer() });
    const declared = declaredBy('p', { own }, 'postgres', undefined);
    expect(textOf(declared, 'postgres', undefined, () => 'ours').texts[0]?.sql).toContain('"said"."t"');
  });
});

describe('several plugins', () => {
  it('come after those that their keys lead to, and else as they are given', () => {
    const plugins = [
      { name: 'posts', schema: { posts } },
      { name: 'alone', schema: {} },
      { name: 'users', schema: { users } },
    ];
    expect(orderPlugins(plugins).map(({ name }) => name)).toEqual(['users', 'posts', 'alone']);
  });

  it('that need each other are refused', () => {
    const one = pgTable('one', { id: integer().primaryKey(), two: integer().references(() => two.id) });
    const two: typeof users = pgTable('two', {
      id: integer().primaryKey(),
      mood: mood(),
      one: integer().references(() => one.id),
    }) as never;
    const plugins = [
      { name: 'a', schema: { one } },
      { name: 'b', schema: { two } },
    ];
    expect(() => orderPlugins(plugins)).toThrow(/circle: a → b → a/);
  });
});
