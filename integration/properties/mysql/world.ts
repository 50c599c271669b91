import driver from '@sync/driver-mysql';
import type { Feature } from '../features/feature.js';
import { World } from '../features/world.js';
import { ofMariadb, ofMysql } from './apart.js';
import { columns } from './columns.js';
import { computed } from './computed.js';
import { keys } from './keys.js';
import { names } from './names.js';
import { programs } from './programs.js';
import { tables } from './tables.js';

/** What every schema has. */
const base: readonly string[] = [
  'CREATE TABLE @t (id int NOT NULL, PRIMARY KEY (id))',
  'CREATE TABLE @other (id int NOT NULL, @ref int, PRIMARY KEY (id))',
  'CREATE FUNCTION calc(x varchar(100)) RETURNS int DETERMINISTIC NO SQL RETURN CHAR_LENGTH(x)',
];

const rows: readonly string[] = [
  'INSERT INTO @t (id) VALUES (1), (2), (7)',
  'INSERT INTO @other (id, @ref) VALUES (1, 1), (2, 7), (3, NULL)',
];

function worldWith(apart: Readonly<Record<string, Feature>>): World {
  const features = { ...columns, ...computed, ...keys, ...tables, ...apart, ...programs };
  return new World({ features, names, base, rows, quote: driver.dialect.quote });
}

/** All schemas of each engine of the family, by its driver's name. */
export const worlds: Readonly<Record<'mysql' | 'mariadb', World>> = {
  mysql: worldWith(ofMysql),
  mariadb: worldWith(ofMariadb),
};
