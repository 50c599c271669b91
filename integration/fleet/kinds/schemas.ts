import { randomBytes } from 'node:crypto';
import { administer, freshDatabase } from '../../servers/fresh-database.js';
import { openFleetOf } from '../open-fleet.js';
import { at, type Opener, type Tenants } from './kind.js';
import { grants, openPostgresSession } from './postgres-session.js';

/** Tenants as schemas of one database of PostgreSQL. */
export const openSchemas: Opener = async ({ url }, ids, more = {}) => {
  const database = await freshDatabase(url);
  const fleet = await openFleetOf({ url: 'env:FLEET_URL', schema: 't_{tenant}', ...more.fleet }, more.config);
  const open = (id: string) => openPostgresSession(database.url, `SET search_path = t_${id}`);
  const create = (id: string) => administer(database.url, `CREATE SCHEMA t_${id}`);
  for (const id of ids) await create(id);
  const role = `fleet_${randomBytes(6).toString('hex')}`;
  const { username } = new URL(url);
  let user = username;
  const runWith: Tenants['runWith'] = (how, ...argv) => {
    const own = Object.assign(new URL(database.url), { username: user }).href;
    return fleet.runWith({ ...how, env: { FLEET_URL: own } }, ...argv);
  };
  return {
    ...{ open, create, runWith },
    folder: fleet.folder,
    desire: fleet.desire,
    run: (...argv) => runWith({}, ...argv),
    remove: (id) => administer(database.url, `DROP SCHEMA t_${id} CASCADE`),
    async handOver(own, others) {
      if (user === username) await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB`);
      user = role;
      for (const id of own) await administer(database.url, grants(role, `t_${id}`, true));
      for (const id of others) await administer(database.url, grants(role, `t_${id}`, false));
    },
    damage: async (id) => void (await at({ open }, id, 'CREATE TABLE _schema_sync_runs (x integer)')),
    async [Symbol.asyncDispose]() {
      await fleet[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      await administer(url, `DROP ROLE IF EXISTS ${role}`);
    },
  };
};
