import { randomBytes } from 'node:crypto';
import { administer, withDatabase } from '../../servers/fresh-database.js';
import { openFleet, postgres } from '../open-fleet.js';
import { at, type Opener, type Tenants } from './kind.js';
import { grants, openPostgresSession } from './postgres-session.js';

/** Tenants as databases of PostgreSQL. */
export const openPostgresDatabases: Opener = async ({ name: server, url }, ids, more = {}) => {
  const placed = (prefix: string) => ({ url: 'env:FLEET_URL', database: `${prefix}{tenant}`, ...more.fleet });
  const fleet = await openFleet(postgres(server), url, ids, placed, more.config);
  const name = (id: string) => `${fleet.prefix}${id}`;
  const open = (id: string) => openPostgresSession(withDatabase(url, name(id)));
  const drop = (id: string) => administer(url, `DROP DATABASE IF EXISTS ${name(id)} WITH (FORCE)`);
  const role = `fleet_${randomBytes(6).toString('hex')}`;
  const made = new Set(ids);
  const { host, username } = new URL(url);
  let user = username;
  const runWith: Tenants['runWith'] = (how, ...argv) =>
    fleet.runWith({ ...how, env: { FLEET_URL: `postgres://${user}@${host}` } }, ...argv);
  return {
    ...{ open, runWith, remove: drop },
    folder: fleet.folder,
    desire: fleet.desire,
    run: (...argv) => runWith({}, ...argv),
    async create(id) {
      made.add(id);
      await administer(url, `CREATE DATABASE ${name(id)}`);
    },
    async handOver(own, others) {
      if (user === username) await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB`);
      user = role;
      for (const id of own) await at({ open }, id, grants(role, 'public', true));
      for (const id of others)
        await at({ open }, id, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC', grants(role, 'public', false));
    },
    damage: async (id) => void (await at({ open }, id, 'CREATE TABLE _schema_sync_runs (x integer)')),
    async [Symbol.asyncDispose]() {
      for (const id of made) await drop(id);
      await administer(url, `DROP ROLE IF EXISTS ${role}`);
      await fleet[Symbol.asyncDispose]();
    },
  };
};
