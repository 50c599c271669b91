import type { Driver } from '@sync/core';
import mariadb from '@sync/driver-mariadb';
import mysql from '@sync/driver-mysql';
import type { MysqlScheme } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';

/** A server of the family, as far as it is there. */
export interface FamilyServer {
  readonly name: string;
  readonly driver: Driver;
  readonly scheme: MysqlScheme;
  /** Empty where it is absent. */
  readonly url: string;
}

const all: readonly (readonly [string, Driver, MysqlScheme])[] = [
  ['mysql-9', mysql, 'mysql'],
  ['mariadb-10', mariadb, 'mariadb'],
  ['mariadb-11', mariadb, 'mariadb'],
];

/** Every server of the family that tests know of. */
export const family: readonly FamilyServer[] = all.map(([name, driver, scheme]) => {
  const server = realServer(name);
  return { name, driver, scheme, url: 'url' in server ? server.url : '' };
});
