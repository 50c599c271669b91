import { createHash } from 'node:crypto';
import { baseName, byVersion, type Layout, whole } from '../layout.js';
import { deleteFrom, insertInto, now } from '../tool-table.js';

const named = /^(\d+)[_-].+\.sql$/;

/** Numbered or timestamped files of no tool: `1_name.sql`, and what takes it back in `1_name.down.sql`. */
export const plain: Layout = {
  name: 'plain',
  tool: 'schema-sync',
  table: {
    name: '_schema_sync_files',
    columns: {
      id: 'counter',
      version: 'varchar(64) NOT NULL',
      name: 'varchar(255) NOT NULL',
      checksum: 'varchar(64) NOT NULL',
      applied_at: 'moment NOT NULL',
    },
  },
  order: 'id',
  late: true,
  recognises: (files) => files.some(({ path }) => named.test(baseName(path))),
  read(files) {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    return files
      .flatMap(({ path, text, bytes }) => {
        const version = named.exec(baseName(path))?.[1];
        if (version === undefined || path.endsWith('.down.sql')) return [];
        const down = texts.get(path.replace(/(?:\.up)?\.sql$/, '.down.sql'));
        const checksum = createHash('sha256').update(bytes).digest('hex');
        const id = String(BigInt(version));
        const [name, up] = [baseName(path), whole(text)];
        return [{ id, name, path, checksum, up, ...(down !== undefined && { down: whole(down) }) }];
      })
      .sort(byVersion);
  },
  applied: (rows) => rows.map(({ version, checksum }) => ({ id: String(version), checksum: String(checksum) })),
  up: ({ id, name, checksum = '' }, noted) => [
    insertInto(plain.table, { version: id, name, checksum, applied_at: now }, noted),
  ],
  down: ({ id }, noted) => [deleteFrom(plain.table, { version: id }, noted)],
};
