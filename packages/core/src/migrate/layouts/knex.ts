import { byCodeUnit } from '../../model/address.js';
import { baseName, type Layout, whole } from '../layout.js';
import { deleteFrom, insertInto, now } from '../tool-table.js';

const named = /^\d{8,}_.+\.sql$/;

/** Knex, with migrations in SQL: `20240131120000_name.sql` and `20240131120000_name.down.sql`, noted by name, with the run that applied them. */
export const knex: Layout = {
  name: 'knex',
  tool: 'Knex',
  table: {
    name: 'knex_migrations',
    columns: { id: 'counter', name: 'varchar(255)', batch: 'integer', migration_time: 'moment NULL' },
  },
  order: 'id',
  late: true,
  recognises: () => false,
  read(files) {
    const downs = new Map(files.map(({ path, text }) => [path, text]));
    return files
      .filter(({ path }) => named.test(baseName(path)) && !path.endsWith('.down.sql'))
      .map(({ path, text }) => {
        const down = downs.get(path.replace(/\.sql$/, '.down.sql'));
        const name = baseName(path);
        return { id: name, name, path, up: whole(text), ...(down !== undefined && { down: whole(down) }) };
      })
      .sort((a, b) => byCodeUnit(a.id, b.id));
  },
  applied: (rows) => rows.map(({ name }) => ({ id: String(name) })),
  up: ({ id }, noted) => {
    const row = { name: id, batch: noted.batch, migration_time: now };
    return [insertInto(knex.table, row, noted)];
  },
  down: ({ id }, noted) => [deleteFrom(knex.table, { name: id }, noted)],
};
