import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOf } from '../debian.mjs';
import { mysqlFlag, mysqlIsReady } from './mysql-own.mjs';
import { askMysqlVersion } from './mysql-version.mjs';

/** A MariaDB of one major version, from the packages of a Debian suite. */
export function mariadb({ major, suite }) {
  const name = `mariadb-${major}`;
  return {
    name,
    compose: { service: name, port: 3306 },
    debian: { suite, packages: ['mariadb-server-core', 'mariadb-client-core'] },
    stopSignal: 'SIGTERM',
    url: (port) => `mysql://root@127.0.0.1:${port}/`,
    prepare: (root, folder, flags = []) => {
      const script = join(folder, 'bootstrap.sql');
      writeFileSync(script, bootstrap(root));
      return [
        ['mkdir', join(folder, 'data')],
        [
          'sh',
          '-c',
          'script="$1"; shift; exec "$@" < "$script"',
          'sh',
          script,
          ...program(root, folder),
          ...flags,
          '--bootstrap',
        ],
      ];
    },
    serve: (root, folder, port) => [
      ...program(root, folder),
      ...['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${join(folder, 's.sock')}`],
      ...[`--pid-file=${join(folder, 'pid')}`, '--skip-name-resolve', '--max-connections=300'],
    ],
    flag: mysqlFlag,
    isReady: mysqlIsReady,
    version: askMysqlVersion,
  };
}

/**
 * Small, and fast rather than safe: nobody misses this data after a crash. Its temporary files have a folder of their own,
 * since a MariaDB that starts deletes all that look like temporary tables, those of a server beside it too.
 */
function program(root, folder) {
  return [
    ...programOf(root, 'usr/sbin/mariadbd'),
    ...['--no-defaults', `--basedir=${join(root, 'usr')}`, `--datadir=${join(folder, 'data')}`],
    ...[`--lc-messages-dir=${shareOf(root)}`, `--character-sets-dir=${join(shareOf(root), 'charsets')}`],
    ...[`--plugin-dir=${join(root, 'usr/lib/mysql/plugin')}`, `--tmpdir=${folder}`],
    ...['--innodb-buffer-pool-size=64M', '--innodb-log-file-size=16M', '--innodb-flush-method=nosync'],
    ...['--innodb-doublewrite=OFF', '--innodb-use-native-aio=OFF', '--innodb-flush-log-at-trx-commit=0'],
    '--skip-log-bin',
  ];
}

/** The folder of messages and of the system's own tables has moved between the versions. */
function shareOf(root) {
  const [newer, older] = ['usr/share/mariadb', 'usr/share/mysql'].map((path) => join(root, path));
  return existsSync(join(newer, 'english')) ? newer : older;
}

/** The system's own tables, as `mariadb-install-db` makes them, and one account that may do anything. */
function bootstrap(root) {
  const share = shareOf(root);
  const prefix = existsSync(join(share, 'mariadb_system_tables.sql')) ? 'mariadb_' : 'mysql_';
  const files = ['system_tables', 'performance_tables', 'system_tables_data'].map((name) => `${prefix}${name}.sql`);
  const scripts = [...files, 'maria_add_gis_sp_bootstrap.sql', `${prefix}sys_schema.sql`];
  return [
    'create database mysql;',
    'use mysql;',
    'SET @auth_root_socket=NULL;',
    'SET @skip_auth_anonymous=1;',
    ...scripts.map((name) => readFileSync(join(share, name), 'utf8')),
    'use mysql;',
    'FLUSH PRIVILEGES;',
    "CREATE OR REPLACE USER root@'%';",
    "GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;",
    "DELETE FROM mysql.global_priv WHERE user = 'root' AND host = '127.0.0.1';",
    '',
  ].join('\n');
}
