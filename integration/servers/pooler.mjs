import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBeside } from './beside.mjs';
import { cached } from './cache.mjs';
import { freePort } from './launch.mjs';
import { handOver } from './ordinary-user.mjs';
import { output } from './output.mjs';

const packages = ['pgbouncer', 'libc-ares2', 'libevent-2.1-7'];

export async function startPooler(server, mode) {
  const { absent, command } = await program();
  if (absent !== undefined) return { absent };
  const folder = mkdtempSync(join(tmpdir(), 'pooler-'));
  handOver(folder);
  const { hostname, port, username } = new URL(server);
  const own = await freePort();
  const settings = join(folder, 'pgbouncer.ini');
  const lines = [
    ...['[databases]', `* = host=${hostname} port=${port} user=${username}`, '[pgbouncer]'],
    ...[`listen_addr=127.0.0.1`, `listen_port=${own}`, 'auth_type=any', `pool_mode=${mode}`, 'unix_socket_dir='],
    'server_tls_sslmode=disable',
  ];
  writeFileSync(settings, `${lines.join('\n')}\n`);
  const running = await startBeside([...command, '-q', settings], folder, () => isListening(own));
  if (!running) return { absent: 'PgBouncer does not start here' };
  return { url: Object.assign(new URL(server), { port: String(own) }).href, ...running };
}

async function program() {
  try {
    await output('pgbouncer', ['--version']);
    return { command: ['pgbouncer'] };
  } catch {
    return unpacked();
  }
}

/** The packages of this Debian, unpacked and not installed. */
async function unpacked() {
  try {
    const root = await cached('pgbouncer', packages, async (beside) => {
      await output('apt-get', ['download', ...packages], { cwd: beside });
      for (const file of readdirSync(beside).filter((name) => name.endsWith('.deb'))) {
        await output('dpkg-deb', ['-x', file, beside], { cwd: beside });
      }
    });
    const libraries = readdirSync(join(root, 'usr/lib')).map((name) => join(root, 'usr/lib', name));
    const path = libraries.filter((folder) => existsSync(folder)).join(':');
    const command = ['env', `LD_LIBRARY_PATH=${path}`, join(root, 'usr/sbin/pgbouncer')];
    await output(command[0], [...command.slice(1), '--version']);
    return { command };
  } catch (error) {
    return { absent: `no PgBouncer: ${error.message}` };
  }
}

function isListening(port) {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => settle(true)).on('error', () => settle(false));
    socket.on('connect', () => socket.destroy());
  });
}
