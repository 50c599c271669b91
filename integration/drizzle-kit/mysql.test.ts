import mariadb from '@sync/driver-mariadb';
import mysql from '@sync/driver-mysql';
import { describe, expect, test } from 'vitest';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';
import { play, unforeseen } from './compare.js';
import { mysqlKit } from './kit.js';
import { mysqlStories } from './mysql-stories.js';

/** On MariaDB what its server takes otherwise than MySQL's: types, defaults, moments, keys. */
const grounds = [
  ['MySQL', 'mysql-9', 'mysql', mysql, /^/],
  ['MariaDB', 'mariadb-11', 'mariadb', mariadb, /^(?:numbers|moments$|enums|foreign|generated|views)/],
] as const;

describe.each(grounds)('%s as Drizzle Kit makes it', (_name, server, scheme, driver, named) => {
  const found = realServer(server);
  const url = 'url' in found ? found.url : '';
  const stories = mysqlStories.filter(({ name }) => named.test(name));

  test.skipIf('absent' in found).each(stories)('$name', async (story) => {
    const outcomes = await play(story, { driver, kit: mysqlKit, fresh: () => freshMysqlDatabase(url, scheme) });
    expect(outcomes.flatMap(({ step, ours }) => ours.map((each) => `${step}: ${each}`))).toEqual([]);
    expect(unforeseen(story, outcomes)).toEqual([]);
  });
});
