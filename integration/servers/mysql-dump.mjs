import { programOf, unpackedFromDebian } from './debian.mjs';
import { output } from './output.mjs';
import { servers } from './servers.mjs';

/** The packages of Debian with the dump programs; that of MySQL comes with its client, and MariaDB's with more than its server needs. */
const clients = {
  mysql: ({ name, debian }) => [name, debian, 'usr/bin/mysqldump'],
  mariadb: ({ name, debian }) => [
    `${name}-client`,
    { ...debian, packages: ['mariadb-client'] },
    'usr/bin/mariadb-dump',
  ],
};

export async function dumpProgram(name) {
  const server = servers.find((each) => each.name === name);
  const [folder, packages, path] = clients[name.split('-')[0]](server);
  try {
    return { program: programOf(await unpackedFromDebian(folder, packages), path) };
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    return { absent: error.message };
  }
}

export async function dump([program, ...args], url, options = []) {
  const { hostname, port, username, pathname } = new URL(url);
  const place = [`--host=${hostname}`, `--port=${port}`, `--user=${username}`];
  return output(program, [...args, '--no-defaults', ...place, ...options, decodeURIComponent(pathname.slice(1))]);
}
