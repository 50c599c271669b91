import { join } from 'node:path';
import type { Driver, Relation, SchemaObject, Session } from '@sync/core';
import mysql from '@sync/driver-mysql';
import { goldenCases } from '@sync/testkit';
import { describe } from 'vitest';
import { freshMysqlDatabase, type MysqlScheme } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';

const folder = join(import.meta.dirname, 'mysql');

/** Plays the cases of these folders on a server of the family. Where it plans in other words than MySQL, a case has a plan of that flavour. */
export function mysqlCases(
  name: string,
  {
    driver,
    folders,
    flavours,
    isBrief = false,
  }: {
    readonly driver: Driver;
    readonly folders: readonly string[];
    readonly flavours: readonly string[];
    readonly isBrief?: boolean;
  },
): void {
  describe(name, () => {
    const server = realServer(name);
    if ('absent' in server) {
      describe.skip(`absent: ${server.absent}`, () => {});
      return;
    }
    const scheme = driver.name as MysqlScheme;
    // One collation for all servers, which have usual ones of their own.
    const open = () => freshMysqlDatabase(server.url, scheme, 'utf8mb4_general_ci');
    for (const each of folders) goldenCases(join(folder, each), { driver, open, flavours, isBrief, rows: readRows });
  });
}

/** Every column by its name: `*` leaves out those that are invisible. */
async function readRows(session: Session, object: SchemaObject, relation: Relation | undefined) {
  if (relation?.type !== 'table') return undefined;
  const columns = relation.columns.map(({ name }) => mysql.dialect.quote(name)).join(', ');
  return session.query<Record<string, unknown>>({ text: `SELECT ${columns} FROM ${mysql.dialect.quote(object.name)}` });
}
