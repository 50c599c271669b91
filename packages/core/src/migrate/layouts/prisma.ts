import { createHash } from 'node:crypto';
import { byCodeUnit } from '../../model/address.js';
import type { Layout } from '../layout.js';
import { insertInto, now, updateIn } from '../tool-table.js';

/** Prisma: a folder for each migration, `20240131120000_name/migration.sql`; none leads back. It opens no transaction: the server runs a file as it does what is sent at once. */
export const prisma: Layout = {
  name: 'prisma',
  tool: 'Prisma',
  table: {
    name: '_prisma_migrations',
    columns: {
      id: 'varchar(36) NOT NULL PRIMARY KEY',
      checksum: 'varchar(64) NOT NULL',
      finished_at: 'moment NULL',
      migration_name: 'varchar(255) NOT NULL',
      logs: 'text',
      rolled_back_at: 'moment NULL',
      started_at: 'moment NOT NULL DEFAULT CURRENT_TIMESTAMP',
      applied_steps_count: 'integer NOT NULL DEFAULT 0',
    },
  },
  order: 'started_at',
  late: true,
  recognises: (files) => files.some(({ path }) => /(?:^|\/)\d+_[^/]*\/migration\.sql$/.test(path)),
  read(files) {
    return files
      .flatMap(({ path, text, bytes }) => {
        const id = /([^/]+)\/migration\.sql$/.exec(path)?.[1];
        if (id === undefined) return [];
        const checksum = createHash('sha256').update(bytes).digest('hex');
        return [{ id, name: id, path, checksum, up: { text, atomic: true } }];
      })
      .sort((a, b) => byCodeUnit(a.id, b.id));
  },
  applied(rows) {
    return rows
      .filter(({ rolled_back_at: at }) => at === null)
      .map(({ migration_name: name, checksum, finished_at: end }) => ({
        id: String(name),
        checksum: String(checksum),
        ...(end === null && { failed: true as const }),
      }));
  },
  before: ({ id, checksum = '' }, noted) => [
    insertInto(prisma.table, { id: noted.id, migration_name: id, checksum, started_at: now }, noted),
  ],
  up: (_, noted) => [updateIn(prisma.table, { id: noted.id }, { finished_at: now, applied_steps_count: 1 }, noted)],
  down: () => [],
};
