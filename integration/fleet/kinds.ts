import { realServer } from '../servers/real-server.js';
import { openFiles } from './kinds/files.js';
import type { Opener, TenantKind } from './kinds/kind.js';
import { openMysqlDatabases } from './kinds/mysql-databases.js';
import { openPostgresDatabases } from './kinds/postgres-databases.js';
import { openSchemas } from './kinds/schemas.js';

/** What the database of a tenant may be. */
export const kinds: readonly TenantKind[] = [
  { name: 'files', scheme: 'sqlite', isThere: true, openTenants: (ids, more) => openFiles(ids, more) },
  kind('databases of postgres-18', 'postgres-18', 'postgres', openPostgresDatabases),
  kind('databases of postgres-13', 'postgres-13', 'postgres', openPostgresDatabases),
  kind('schemas of postgres-18', 'postgres-18', 'postgres', openSchemas),
  kind('schemas of postgres-13', 'postgres-13', 'postgres', openSchemas),
  kind('databases of mysql-9', 'mysql-9', 'mysql', openMysqlDatabases),
  kind('databases of mariadb-11', 'mariadb-11', 'mariadb', openMysqlDatabases),
  kind('databases of mariadb-10', 'mariadb-10', 'mariadb', openMysqlDatabases),
];

/** What is too like another one to be played each time. */
const leftToLong = new Set(['databases of postgres-13', 'schemas of postgres-18', 'databases of mariadb-10']);

/** Those that are played each time: all of them where there is time for that. */
export const playedKinds = process.env.TEST_LONG === '1' ? kinds : kinds.filter(({ name }) => !leftToLong.has(name));

function kind(name: string, serverName: string, scheme: TenantKind['scheme'], open: Opener): TenantKind {
  const found = realServer(serverName);
  const server = { name: serverName, url: 'url' in found ? found.url : '', scheme };
  return { name, scheme, isThere: 'url' in found, openTenants: (ids, more) => open(server, ids, more) };
}
