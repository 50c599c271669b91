import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../measure.mjs';
import { limit, partsOf } from '../peers.mjs';

/** Other tools, by what each is asked for the difference of two states with. */
export const peers = [
  {
    name: 'mysqldef',
    module: ['github.com/sqldef/sqldef', 'v1.0.7', 'cmd/mysqldef'],
    compares: 'a live database and SQL',
    diff: (program, { left, sql }) => {
      const { hostname, port, username, database } = partsOf(left);
      return run(program, ['-h', hostname, '-P', port, '-u', username, database, '--dry-run', '--file', sql], limit);
    },
  },
  {
    name: 'skeema',
    module: ['github.com/skeema/skeema', 'v1.13.0', ''],
    compares: 'a live database and a folder of tables',
    /** The folder holds what it wrote of the database itself: tables, and no views or triggers. */
    prepare: (program, { left, folder }) => {
      const { hostname, port, username, database } = partsOf(left);
      const directory = join(mkdtempSync(join(folder, 'skeema-')), 'tables');
      const site = ['--host', hostname, '--port', port, '--user', username, '--schema', database];
      run(program, ['init', ...site, '--dir', directory], { ...limit, cwd: folder });
      return directory;
    },
    diff: (program, _place, directory) => run(program, ['diff'], { ...limit, cwd: directory }),
  },
  {
    name: 'atlas',
    compares: 'two live databases',
    diff: (program, { left, right }) => {
      const [from, to] = [left, right].map((url) => url.replace(/\?.*/, ''));
      return run(program, ['schema', 'diff', '--from', from, '--to', to], limit);
    },
  },
];
