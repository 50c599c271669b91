import { programOf, unpackedFromDebian } from './debian.mjs';
import { output } from './output.mjs';
import { servers } from './servers.mjs';

/** The packages of Debian with the clients; those of MySQL come with its server, and MariaDB's with more than its server needs. */
const clients = {
  mysql: ({ name, debian }) => [name, debian, { dump: 'usr/bin/mysqldump', client: 'usr/bin/mysql' }],
  mariadb: ({ name, debian }) => [
    `${name}-client`,
    { ...debian, packages: ['mariadb-client'] },
    { dump: 'usr/bin/mariadb-dump', client: 'usr/bin/mariadb' },
  ],
};

export function dumpProgram(name) {
  return programFor(name, 'dump');
}

export function clientProgram(name) {
  return programFor(name, 'client');
}

async function programFor(name, use) {
  const server = servers.find((each) => each.name === name);
  const [folder, packages, paths] = clients[name.split('-')[0]](server);
  try {
    return { program: programOf(await unpackedFromDebian(folder, packages), paths[use]) };
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
