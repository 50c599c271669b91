import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cache, root, run } from './run.mjs';

/** The newest Node whose own `process.release.lts` says that it is one. `sqlite-binding.cjs` looks in the same folder. */
export const ltsVersion = '24.21.0';

const home = join(cache, 'node-lts', `v${ltsVersion}`);
const log = join(cache, 'node-lts', 'install.log');

/**
 * Installs that Node from the package registry, with better-sqlite3 compiled for it against the headers it ships.
 * Resolves to how to run it, or to why it cannot be had here.
 */
export async function prepareLtsNode() {
  const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const prefix = join(home, 'node_modules', nodePackage);
  const node = join(prefix, 'bin/node');
  const env = {
    PATH: `${join(prefix, 'bin')}${delimiter}${process.env.PATH}`,
    NODE_OPTIONS: `--require ${JSON.stringify(join(root, 'scripts/lib/sqlite-binding.cjs'))}`,
  };
  const wanted = [`${nodePackage}@${ltsVersion}`, `better-sqlite3@${lockedSqlite()}`];
  const stamp = join(home, 'stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted.join()) return { node, env };

  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  rmSync(log, { force: true });
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const npm = (args, extra) => run('npm', [...args, '--prefix', home], { env: extra, log });
  const code =
    (await npm(['install', '--ignore-scripts', '--no-package-lock', ...wanted])) ||
    (await npm(['rebuild', 'better-sqlite3'], { PATH: env.PATH, npm_config_nodedir: prefix }));
  if (code !== 0) return { absent: `Node ${ltsVersion} could not be installed; see ${log}` };
  writeFileSync(stamp, wanted.join());
  return { node, env };
}

/** Both Nodes test the same better-sqlite3. */
function lockedSqlite() {
  const found = /^ {2}better-sqlite3@(\d+\.\d+\.\d+):/m.exec(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'));
  if (found === null) throw new Error('pnpm-lock.yaml does not lock better-sqlite3');
  return found[1];
}
