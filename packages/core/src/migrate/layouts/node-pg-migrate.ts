import { byCodeUnit } from '../../model/address.js';
import { baseName, type Layout, whole } from '../layout.js';
import { sectionsOf } from '../sections.js';
import { deleteFrom, insertInto, now } from '../tool-table.js';

const marked = /^\s*--[\s-]*(up|down)\s+migration/i;

/** node-pg-migrate: both ways in one file, `-- Up Migration` and `-- Down Migration`. */
export const nodePgMigrate: Layout = {
  name: 'node-pg-migrate',
  tool: 'node-pg-migrate',
  table: {
    name: 'pgmigrations',
    columns: { id: 'counter', name: 'varchar(255) NOT NULL', run_on: 'timestamp NOT NULL' },
  },
  order: 'id',
  late: false,
  recognises: (files) => files.some(({ text }) => /^\s*--[\s-]*up\s+migration/im.test(text)),
  read(files) {
    return files
      .filter(({ path }) => /^\d+[_-].*\.sql$/.test(baseName(path)))
      .map(({ path, text }) => {
        const { up, down } = sectionsOf(text, markIn);
        const id = baseName(path).replace(/\.sql$/, '');
        return { id, name: baseName(path), path, up: whole(up?.text ?? text), ...(down && { down: whole(down.text) }) };
      })
      .sort((a, b) => byCodeUnit(a.id, b.id));
  },
  applied: (rows) => rows.map(({ name }) => ({ id: String(name) })),
  up: ({ id }, noted) => [insertInto(nodePgMigrate.table, { name: id, run_on: now }, noted)],
  down: ({ id }, noted) => [deleteFrom(nodePgMigrate.table, { name: id }, noted)],
};

function markIn(line: string) {
  const way = marked.exec(line)?.[1];
  if (way === undefined) return undefined;
  return { way: way.toLowerCase() === 'up' ? ('up' as const) : ('down' as const), words: '' };
}
