import { sql } from 'drizzle-orm';
import { integer, PgDialect, pgTable, text } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../src/sql/language.js';
import { mysqlSpelling, postgresSpelling, sqliteSpelling } from '../src/sql/spellings.js';

const users = pgTable('users', { id: integer(), firstName: text(), named: text('lastName') });

describe('a fragment of Drizzle’s', () => {
  it.each([
    [
      'PostgreSQL',
      postgresSpelling,
      String.raw`'it''s \n' 7 8 true NULL '\x01ff' '2020-01-02T03:04:05.006Z' '{"a":1}'`,
    ],
    ['MySQL', mysqlSpelling, String.raw`'it''s \\n' 7 8 true NULL x'01ff' '2020-01-02 03:04:05.006' '{"a":1}'`],
    ['SQLite', sqliteSpelling, String.raw`'it''s \n' 7 8 true NULL x'01ff' '2020-01-02T03:04:05.006Z' '{"a":1}'`],
  ])('has its parameters written as values of %s', (_engine, spelling, text) => {
    const given = [
      String.raw`it's \n`,
      7,
      8n,
      true,
      null,
      Buffer.from([1, 255]),
      new Date('2020-01-02T03:04:05.006Z'),
      { a: 1 },
    ];
    const fragment = sql.join(
      given.map((value) => sql`${value}`),
      sql` `,
    );
    expect(languageOf(spelling, undefined).fragment(fragment)).toBe(text);
  });

  it('is left as it was, so that queries of the application still have parameters', () => {
    const fragment = sql`${users.id} > ${5}`;
    expect(languageOf(postgresSpelling, undefined).within(fragment)).toBe('"id" > 5');
    expect(new PgDialect().sqlToQuery(fragment)).toMatchObject({ sql: '"users"."id" > $1', params: [5] });
  });

  it('names columns with their table, or alone within it', () => {
    const language = languageOf(postgresSpelling, 'snake_case');
    const fragment = sql`${users.firstName} = ${users.named}`;
    expect(language.fragment(fragment)).toBe('"users"."first_name" = "users"."lastName"');
    expect(language.within(fragment)).toBe('"first_name" = "lastName"');
  });

  it('has no place for a value that comes later', () => {
    expect(() => languageOf(postgresSpelling, undefined).fragment(sql`${sql.placeholder('x')}`)).toThrow('placeholder');
  });
});
