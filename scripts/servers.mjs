import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { servers } from '../integration/servers/servers.mjs';
import { startServers } from '../integration/servers/start-servers.mjs';
import { bootstrap } from './bootstrap.mjs';
import { engineLines } from './lib/engines.mjs';
import { root } from './lib/run.mjs';

/**
 * Holds the servers for other terminals until it is interrupted, or for as long as the command runs that follows on the command line. `--only mysql,mariadb` ahead of
 * it holds those whose names begin so.
 */
async function withServers(words) {
  const [names, [program, ...args]] = chosen(words);
  const { env, absent, stop } = await startServers(names);
  try {
    for (const line of await engineLines()) console.log(line);
    if (program !== undefined) return await run(program, args, env);
    console.log('Running until interrupted.');
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process.stdin.resume(), 'end')]);
    return absent.length === 0 ? 0 : 1;
  } finally {
    await stop();
    process.stdin.destroy();
  }
}

function chosen(words) {
  if (words[0] !== '--only') return [{}, words];
  const wanted = (words[1] ?? '').split(',').filter(Boolean);
  const names = servers.flatMap(({ name }) => (wanted.some((each) => name.startsWith(each)) ? [name] : []));
  if (names.length === 0) throw new Error(`--only names none of ${servers.map(({ name }) => name).join(', ')}`);
  return [{ names }, words.slice(2)];
}

async function run(program, args, env) {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  // An interrupt reaches the command as well; we wait for it, and stop the servers after it.
  process.on('SIGINT', () => {});
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env, PATH: path } });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'close');
  return code ?? 1;
}

process.exitCode = (await bootstrap()) || (await withServers(process.argv.slice(2)));
