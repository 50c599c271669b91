import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { mysql, openFleet } from '../open-fleet.js';
import { at, type Opener, type Session, type Tenants } from './kind.js';

/** Tenants as databases of MySQL and MariaDB. */
export const openMysqlDatabases: Opener = async ({ name: server, url, scheme }, ids, more = {}) => {
  const engine = mysql(server, scheme);
  const placed = (prefix: string) => ({ url: 'env:FLEET_URL', database: `${prefix}{tenant}`, ...more.fleet });
  const fleet = await openFleet(engine, url, ids, placed, more.config);
  const name = (id: string) => `${fleet.prefix}${id}`;
  const drop = async (id: string) => void (await engine.administer(url, `DROP DATABASE IF EXISTS ${name(id)}`));
  const open = async (id: string): Promise<Session> => {
    const client = await createConnection({ uri: Object.assign(new URL(url), { pathname: `/${name(id)}` }).href });
    return {
      async query(text) {
        const [rows] = await client.query(text);
        return Array.isArray(rows) ? (rows as object[]) : [];
      },
      [Symbol.asyncDispose]: () => client.end(),
    };
  };
  const account = `fleet_${randomBytes(6).toString('hex')}`;
  const made = new Set(ids);
  const { host, username } = new URL(url);
  let user = username;
  const runWith: Tenants['runWith'] = (how, ...argv) =>
    fleet.runWith({ ...how, env: { FLEET_URL: `${scheme}://${user}@${host}` } }, ...argv);
  const grant = (what: string, on: string) => engine.administer(url, `GRANT ${what} ON ${on}.* TO '${account}'@'%'`);
  return {
    ...{ open, runWith, remove: drop },
    folder: fleet.folder,
    desire: fleet.desire,
    run: (...argv) => runWith({}, ...argv),
    async create(id) {
      made.add(id);
      await engine.administer(url, `CREATE DATABASE ${name(id)}`);
    },
    async handOver(own, others) {
      if (user === username) {
        await engine.administer(url, `CREATE USER '${account}'@'%'`);
        await grant('ALL', '`\\_schema\\_sync\\_scratch\\_%`');
      }
      user = account;
      for (const id of own) await grant('ALL', name(id));
      for (const id of others) await grant('SELECT', name(id));
    },
    damage: async (id) => void (await at({ open }, id, 'CREATE TABLE _schema_sync_runs (x integer)')),
    async [Symbol.asyncDispose]() {
      for (const id of made) await drop(id);
      await engine.administer(url, `DROP USER IF EXISTS '${account}'@'%'`);
      await fleet[Symbol.asyncDispose]();
    },
  };
};
