import { run } from '../measure.mjs';
import { limit, partsOf } from '../peers.mjs';

/** Other tools, by what each is asked for the difference of two states with. */
export const peers = [
  {
    name: 'pg-schema-diff',
    module: ['github.com/stripe/pg-schema-diff', 'v1.0.5', 'cmd/pg-schema-diff'],
    compares: 'two live databases',
    diff: (program, { left, right }) =>
      run(program, ['plan', '--from-dsn', left, '--to-dsn', right, '--disable-plan-validation'], limit),
  },
  {
    name: 'psqldef',
    module: ['github.com/sqldef/sqldef', 'v1.0.7', 'cmd/psqldef'],
    compares: 'a live database and SQL',
    diff: (program, { left, sql }) => {
      const { hostname, port, username, database } = partsOf(left);
      return run(program, ['-h', hostname, '-p', port, '-U', username, database, '--dry-run', '--file', sql], limit);
    },
  },
  {
    name: 'atlas',
    compares: 'two live databases',
    diff: (program, { left, right }) =>
      run(program, ['schema', 'diff', '--from', `${left}?sslmode=disable`, '--to', `${right}?sslmode=disable`], limit),
  },
  {
    name: 'pgschema',
    compares: 'a live database and SQL',
    diff: (program, { left, sql }) => {
      const { hostname, port, username, database } = partsOf(left);
      const site = ['--host', hostname, '--port', port, '--user', username, '--db', database];
      return run(program, ['plan', ...site, '--file', sql], limit);
    },
  },
];
