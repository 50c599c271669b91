import { createEngine } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

const unchecked = (text: string) => `SET foreign_key_checks = 0; ${text}`;
const child = (type: string, key = 'p (id)') =>
  `CREATE TABLE c (id int PRIMARY KEY, p ${type}, CONSTRAINT k FOREIGN KEY (p) REFERENCES ${key})`;

interface Story {
  readonly what: string;
  readonly made: string;
  readonly told: string;
  /** Where the server takes it; every one by default. */
  readonly on?: 'mysql' | 'mariadb';
}

const stories: readonly Story[] = [
  { what: 'a table that is not there', made: child('int'), told: 'refers to p, and there is no such table' },
  {
    what: 'a view',
    made: `${child('int')}; CREATE VIEW p AS SELECT 1 AS id`,
    told: 'refers to p, and there is no such table',
  },
  {
    what: 'a table of another engine',
    made: `CREATE TABLE p (id int PRIMARY KEY) ENGINE=MyISAM; ${child('int')}`,
    told: 'that is kept by MyISAM, not by InnoDB',
  },
  {
    what: 'a column of another size',
    made: `${child('int')}; CREATE TABLE p (id bigint PRIMARY KEY)`,
    told: 'column p is int',
    on: 'mariadb',
  },
  {
    what: 'a column that is not there',
    made: `${child('int')}; CREATE TABLE p (other int PRIMARY KEY)`,
    told: 'there is no column id in that',
    on: 'mariadb',
  },
  {
    what: 'a column without a key',
    made: `${child('int')}; CREATE TABLE p (id int)`,
    told: 'no key of that begins with id',
    on: 'mariadb',
  },
  {
    what: 'a column of another character set',
    made: `CREATE TABLE p (id varchar(9) CHARACTER SET latin1 PRIMARY KEY); ${child('varchar(9) CHARACTER SET latin1')}; ALTER TABLE p MODIFY id varchar(9) CHARACTER SET utf8mb4`,
    told: 'column p is varchar(9) COLLATE latin1',
    on: 'mysql',
  },
];

describe.each(family)('$name: a database as a desired state', ({ scheme, driver, url }) => {
  const nothing = 'CREATE TABLE t (id int PRIMARY KEY)';
  const places = async (made: string) => {
    const source = await openPlace({ url, scheme, driver, start: unchecked(made), goal: nothing });
    const target = await openPlace({ url, scheme, driver, start: nothing, goal: nothing });
    const wanted = (exclude: readonly string[] = []) =>
      createEngine({ driver }).compile(source.tenant.target.url, { near: target.tenant, exclude });
    const plan = async (exclude: readonly string[] = []) =>
      target.engine.sync(target.tenant, await wanted(exclude), { dryRun: true, exclude });
    return {
      source,
      target,
      wanted,
      plan,
      [Symbol.asyncDispose]: async () => {
        await source[Symbol.asyncDispose]();
        await target[Symbol.asyncDispose]();
      },
    };
  };

  for (const { what, made, told, on = scheme } of stories)
    (url === '' || on !== scheme ? test.skip : test)(`with a foreign key to ${what} is refused by it`, async () => {
      await using given = await places(made);
      await expect(given.plan()).rejects.toMatchObject({
        code: 'SOURCE_INVALID',
        message: expect.stringMatching(
          new RegExp(`^\\S+127\\.0\\.0\\.1\\S+: the table c does not hold: .*${escaped(told)}`),
        ),
        hint: expect.stringContaining('ALTER TABLE `c` DROP FOREIGN KEY `k`'),
      });
      const { flaws = [] } = await given.wanted();
      expect(flaws).toMatchObject([{ address: 'table:c' }]);
    });

  // MySQL takes such a key where it is not set to ask for a unique one.
  (url === '' || scheme === 'mysql' ? test.skip : test)(
    'may lead to what an index holds behind its columns',
    async () => {
      const keys = 'CONSTRAINT k FOREIGN KEY (g, p) REFERENCES p (grp, id)';
      await using given = await places(
        `CREATE TABLE p (id int PRIMARY KEY, grp int, KEY (grp)); CREATE TABLE c (g int, p int, ${keys})`,
      );
      expect((await given.wanted()).flaws ?? []).toEqual([]);
      expect((await given.plan()).plan?.proof).toBeDefined();
    },
  );

  (url === '' ? test.skip : test)('may refer to what the target has and is left alone', async () => {
    await using given = await places(`${child('int')}; CREATE TABLE p (id int PRIMARY KEY)`);
    await given.target.query('CREATE TABLE p (id int PRIMARY KEY)');
    const { plan } = await given.plan(['p']);
    expect(plan?.proof).toBeDefined();
    const { warnings } = await given.wanted(['p']);
    expect(warnings.map(({ message }) => message).join()).toContain(
      'this holds only where the target has p, which is excluded',
    );
  });

  (url === '' ? test.skip : test)('with a flaw that the target has, too, stops nobody', async () => {
    await using given = await places(`${child('int')}; ${nothing}; CREATE TABLE u (id int PRIMARY KEY)`);
    await given.target.query(unchecked(child('int')));
    const { plan, flaws } = await given.plan();
    expect(plan?.changes).toMatchObject([{ address: 'table:u', verb: 'create' }]);
    expect(flaws).toMatchObject([{ address: 'table:c' }]);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
