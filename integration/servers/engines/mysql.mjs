import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOf } from '../debian.mjs';
import { mysqlFlag, mysqlIsReady } from './mysql-own.mjs';
import { askMysqlVersion } from './mysql-version.mjs';

/** A MySQL of one major version, from the packages of a Debian suite. */
export function mysql({ major, suite }) {
  const name = `mysql-${major}`;
  return {
    name,
    compose: { service: name, port: 3306 },
    debian: { suite, packages: ['mysql-server-core', 'mysql-client-core'] },
    stopSignal: 'SIGTERM',
    url: (port) => `mysql://root@127.0.0.1:${port}/`,
    prepare: (root, folder, flags = []) => {
      const accounts = join(folder, 'accounts.sql');
      // One statement a line is how the server reads it.
      writeFileSync(accounts, "CREATE USER root@'%';\nGRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;\n");
      return [[...program(root, folder), ...flags, '--initialize-insecure', `--init-file=${accounts}`]];
    },
    serve: (root, folder, port) => [
      ...program(root, folder),
      ...['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${join(folder, 's.sock')}`],
      ...[`--pid-file=${join(folder, 'pid')}`, '--mysqlx=OFF', '--performance-schema=OFF', '--skip-name-resolve'],
      ...['--innodb-flush-log-at-trx-commit=0', '--max-connections=300'],
    ],
    flag: mysqlFlag,
    isReady: mysqlIsReady,
    version: askMysqlVersion,
  };
}

/** Small, and fast rather than safe: nobody misses this data after a crash. */
function program(root, folder) {
  const share = join(root, 'usr/share/mysql');
  return [
    ...programOf(root, 'usr/sbin/mysqld'),
    ...['--no-defaults', `--basedir=${join(root, 'usr')}`, `--datadir=${join(folder, 'data')}`],
    ...[`--lc-messages-dir=${share}`, `--character-sets-dir=${join(share, 'charsets')}`],
    // Without it the server looks for a folder of the system, and stops.
    ...[`--plugin-dir=${join(root, 'usr/lib/mysql/plugin')}`, '--secure-file-priv='],
    ...['--innodb-buffer-pool-size=64M', '--innodb-redo-log-capacity=16M', '--innodb-flush-method=nosync'],
    ...['--innodb-doublewrite=OFF', '--innodb-use-native-aio=OFF', '--skip-log-bin'],
  ];
}
