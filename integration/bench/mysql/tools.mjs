import { openSync } from 'node:fs';
import { clientProgram, dumpProgram } from '../../servers/mysql-dump.mjs';
import { run } from '../measure.mjs';

const place = (url) => {
  const { hostname, port, username, pathname } = new URL(url);
  return ['--no-defaults', `--host=${hostname}`, `--port=${port}`, `--user=${username}`, pathname.slice(1)];
};

/** The engine's own client and dump program of a server; undefined where they cannot be had. */
export async function clientTools(name) {
  const [client, dump] = await Promise.all([clientProgram(name), dumpProgram(name)]);
  if ('absent' in client || 'absent' in dump) return undefined;
  const [[mysql, ...first], [mysqldump, ...before]] = [client.program, dump.program];
  return {
    file: (url, path) => run(mysql, [...first, ...place(url)], { stdio: [openSync(path, 'r'), 'pipe', 'pipe'] }),
    dump: (url) =>
      run(mysqldump, [...before, '--no-defaults', '--no-data', '--routines', '--events', ...place(url).slice(1)]),
  };
}
