import mariadb from '@sync/driver-mariadb';
import mysql from '@sync/driver-mysql';
import { describe, expect, test } from 'vitest';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';
import { play, unforeseen } from './compare.js';
import { mysqlKit } from './kit.js';
import { mariadbBuilderStories, mysqlBuilderStories } from './mysql-builder-stories.js';
import { mariadbStories, mysqlStories } from './mysql-stories.js';

const isLong = process.env.TEST_LONG === '1';

/** What MariaDB's server takes otherwise than MySQL's: types, defaults, moments, keys. The rest takes minutes. */
const otherwise = /^(?:every mode|numbers|texts|moments$|enums|foreign|generated|views)/;

const grounds = [
  ['MySQL', 'mysql-9', 'mysql', mysql, [...mysqlStories, ...mysqlBuilderStories]],
  [
    'MariaDB',
    'mariadb-11',
    'mariadb',
    mariadb,
    [...mariadbStories, ...mariadbBuilderStories].filter(({ name }) => isLong || otherwise.test(name)),
  ],
] as const;

describe.each(grounds)('%s as Drizzle Kit makes it', (_name, server, scheme, driver, stories) => {
  const found = realServer(server);
  const url = 'url' in found ? found.url : '';

  test.skipIf('absent' in found).each(stories)('$name', async (story) => {
    const outcomes = await play(story, { driver, kit: mysqlKit, fresh: () => freshMysqlDatabase(url, scheme) });
    expect(outcomes.flatMap(({ step, ours }) => ours.map((each) => `${step}: ${each}`))).toEqual([]);
    expect(unforeseen(story, outcomes)).toEqual([]);
  });
});
