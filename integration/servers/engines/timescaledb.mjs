import { join } from 'node:path';
import { askVersion, postgresFlag, postgresIsReady, settings } from './postgres.mjs';

/**
 * A PostgreSQL with TimescaleDB, from the packages of a Debian suite: the Apache edition, which has no compression, no policies and no continuous aggregates. The
 * image of compose is the Community edition.
 */
export function timescaledb({ release: major, suite }) {
  const programs = `usr/lib/postgresql/${major}/bin`;
  return {
    name: 'timescaledb',
    compose: { service: 'timescaledb', port: 5432 },
    debian: {
      suite,
      packages: [`postgresql-${major}-timescaledb`],
      without: [
        'libllvm19',
        'libz3-4',
        'postgresql-common',
        'postgresql-client-common',
        'ssl-cert',
        'tzdata',
        'locales',
      ],
      programs,
    },
    stopSignal: 'SIGINT',
    url: (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
    prepare: (root, folder) => [
      [
        join(root, programs, 'initdb'),
        ...['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
        '--no-sync',
      ],
    ],
    serve: (root, folder, port) => [
      join(root, programs, 'postgres'),
      ...['-D', join(folder, 'data'), '-p', String(port)],
      ...[...settings, ...own].flatMap((setting) => ['-c', setting]),
    ],
    flag: postgresFlag,
    isReady: postgresIsReady,
    version: (url) => askVersion(url, versionQuery),
  };
}

/** It needs to be there before a session begins, and reports to nobody. */
const own = ['shared_preload_libraries=timescaledb', 'timescaledb.telemetry_level=off', 'jit=off'];

/** Which edition it is only a database knows that has the extension. */
const versionQuery = `
SELECT current_setting('server_version') || ', TimescaleDB ' || default_version AS server_version
FROM pg_available_extensions WHERE name = 'timescaledb'`;
