import { cassandra } from './engines/cassandra.mjs';
import { cockroachdb } from './engines/cockroachdb.mjs';
import { mariadb } from './engines/mariadb.mjs';
import { mysql } from './engines/mysql.mjs';
import { postgres } from './engines/postgres.mjs';
import { rqlite } from './engines/rqlite.mjs';
import { timescaledb } from './engines/timescaledb.mjs';

/**
 * The real servers that the tests run against: one entry each, and everything else here works from these entries. The oldest and the newest version of an engine
 * that can be had.
 */
export const servers = [
  postgres({ major: 13, release: '13.23.0-beta.16' }),
  postgres({ major: 18, release: '18.4.0-beta.17' }),
  timescaledb({ release: 17, suite: 'trixie' }),
  mysql({ major: 9, suite: 'sid' }),
  mariadb({ major: 10, suite: 'bookworm' }),
  mariadb({ major: 11, suite: 'trixie' }),
  rqlite({ release: 'v8.43.4', sqlite: 'v1.40.0' }),
  cockroachdb({ release: 'v25.3' }),
  cassandra({ major: 4, release: '4.1.10' }),
  cassandra({ major: 5, release: '5.0.9' }),
];

/** The variable that names a server which is already there: `postgres-18` → `SYNC_TEST_POSTGRES_18_URL`. */
export function variableOf(name) {
  return `SYNC_TEST_${name.toUpperCase().replaceAll('-', '_')}_URL`;
}
