import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { inShell, program } from './command.mjs';
import { changeOf, schemaOf } from './schema.mjs';

/** Files of SQLite as tenants. */
export const files = {
  name: 'files of SQLite',
  engine: 'sqlite',
  async open({ folder, ids, words }) {
    const shops = join(folder, 'shops');
    const original = join(folder, 'original.db');
    const database = new Database(original);
    database.exec(`${schemaOf('sqlite')}\nINSERT INTO table_0 (name) VALUES ('kept')`);
    database.close();
    const reset = async () => {
      rmSync(shops, { recursive: true, force: true });
      mkdirSync(shops);
      for (const id of ids) copyFileSync(original, join(shops, `${id}.db`));
    };
    await reset();
    return {
      reset,
      fleet: () => ({ engine: 'sqlite', file: 'shops/*.db' }),
      bare: () => program(process.execPath, [join(import.meta.dirname, 'bare-files.mjs'), shops]),
      loop: (column, parallel) => inShell(words, parallel, `sqlite3 ${shops}/{}.db '${changeOf(column)}'`),
      close: async () => {},
    };
  },
};
