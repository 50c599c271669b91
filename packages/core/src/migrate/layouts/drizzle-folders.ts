import { createHash } from 'node:crypto';
import { byCodeUnit } from '../../model/address.js';
import { type Layout, whole } from '../layout.js';
import { drizzle } from './drizzle.js';

/**
 * Drizzle from 1.0 on: a folder for each migration with its snapshot beside it, `20240131120000_name/migration.sql`, and no list. It is read to tell how a database stands; its
 * migrations are left to Drizzle, whose table has columns by then that tell what ran.
 */
export const drizzleFolders: Layout = {
  name: 'drizzle-folders',
  tool: 'Drizzle',
  table: drizzle.table,
  order: drizzle.order,
  late: false,
  recognises: (files) => files.some(({ path }) => /^\d{14}_[^/]*\/snapshot\.json$/.test(path)),
  read: (files) =>
    files
      .flatMap(({ path, text }) => {
        const [, name, id] = /^((\d{14})_[^/]*)\/migration\.sql$/.exec(path) ?? [];
        if (name === undefined || id === undefined) return [];
        const checksum = createHash('sha256').update(text).digest('hex');
        return [{ id, name, path, checksum, when: momentOf(id), up: whole(text) }];
      })
      .sort((a, b) => byCodeUnit(a.name, b.name)),
  // Folders that were made of an older list are named to the second, and the table holds milliseconds.
  applied: (rows) => rows.map(({ created_at: at, hash }) => ({ id: secondOf(Number(at)), checksum: String(hash) })),
  leftTo: 'npx drizzle-kit migrate',
  up: () => [],
  down: () => [],
};

/** `20240131120000` in milliseconds: such names are of UTC. */
function momentOf(id: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = [
    id.slice(0, 4),
    ...(id.slice(4).match(/\d\d/g) ?? []),
  ].map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function secondOf(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString().replace(/\D/g, '').slice(0, 14) : String(at);
}
