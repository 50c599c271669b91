import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openFleetOf } from '../open-fleet.js';
import { at, type More, type Session, type Tenants } from './kind.js';

/** Whoever has no rights to what others own. */
const nobody = 65_534;

/** Tenants as files of SQLite. */
export async function openFiles(ids: readonly string[], more: More = {}): Promise<Tenants> {
  const fleet = await openFleetOf({ engine: 'sqlite', file: 'shops/*.db', ...more.fleet }, more.config);
  const shops = join(fleet.folder, 'shops');
  const path = (id: string) => join(shops, `${id}.db`);
  await mkdir(shops);
  let uid: number | undefined;
  const open = async (id: string): Promise<Session> => {
    const database = new Database(path(id), { timeout: 20_000 });
    return {
      async query(text) {
        const statement = database.prepare(text);
        if (statement.reader) return statement.all() as object[];
        statement.run();
        return [];
      },
      [Symbol.asyncDispose]: async () => void database.close(),
    };
  };
  const create = async (id: string) => void (await at({ open }, id, 'PRAGMA user_version = 1', 'VACUUM'));
  for (const id of ids) await create(id);
  const runWith: Tenants['runWith'] = (how, ...argv) =>
    fleet.runWith({ ...how, ...(uid !== undefined && { uid }) }, ...argv);
  return {
    ...{ open, create, runWith },
    folder: fleet.folder,
    desire: fleet.desire,
    run: (...argv) => runWith({}, ...argv),
    remove: (id) => rm(path(id)),
    async handOver(own) {
      uid = nobody;
      for (const each of [fleet.folder, shops, ...own.map(path)]) await chown(each, nobody, nobody);
    },
    damage: (id) => writeFile(path(id), 'garbage, and enough of it to be no database'),
    [Symbol.asyncDispose]: fleet[Symbol.asyncDispose],
  };
}
