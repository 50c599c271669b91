import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cache, pnpm, root, run } from './run.mjs';

/** The newest Node whose own `process.release.lts` says that it is one. */
export const ltsVersion = '24.21.0';

/**
 * Whose headers better-sqlite3 is compiled against: of the same ABI, and from before ObjectWrap began to look for an environment while garbage is collected,
 * where there is none, which aborts the process. The binaries that better-sqlite3 publishes are built against such a version, too.
 */
const headersVersion = '24.16.0';

const home = join(cache, 'node-lts', `v${ltsVersion}`);
const checkout = join(cache, 'node-lts', 'checkout');
const compiled = join(cache, 'node-lts', 'compiled');
const log = join(cache, 'node-lts', 'install.log');
const binding = 'build/Release/better_sqlite3.node';

/**
 * Installs that Node from the package registry, with better-sqlite3 compiled for it against the headers that it ships. Resolves to how to run it, or to why it
 * cannot be had here.
 */
export async function prepareLtsNode() {
  const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const prefix = join(home, 'node_modules', nodePackage);
  const node = join(prefix, 'bin/node');
  // Tests start the command line again and again: a fifth of what that takes is compiling the same modules.
  const env = {
    PATH: `${join(prefix, 'bin')}${delimiter}${process.env.PATH}`,
    NODE_COMPILE_CACHE: compiled,
  };
  const headers = join(home, 'node_modules/node-headers');
  const wanted = [
    `${nodePackage}@${ltsVersion}`,
    `node-headers@npm:${nodePackage}@${headersVersion}`,
    `better-sqlite3@${lockedSqlite()}`,
  ];
  const stamp = join(home, 'stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted.join()) return { node, env };

  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  rmSync(log, { force: true });
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const npm = (args, extra) => run('npm', [...args, '--prefix', home], { env: extra, log });
  const code =
    (await npm(['install', '--ignore-scripts', '--no-package-lock', ...wanted])) ||
    (await npm(['rebuild', 'better-sqlite3'], { PATH: env.PATH, npm_config_nodedir: headers }));
  if (code !== 0) return { absent: `Node ${ltsVersion} could not be installed; see ${log}` };
  writeFileSync(stamp, wanted.join());
  return { node, env };
}

/**
 * A second checkout whose native module is the one for that Node: a binary loads in one version of Node only, and the tests start processes of their own,
 * which must find the right one without being told. Resolves to its folder.
 */
export async function ltsCheckout() {
  rmSync(checkout, { recursive: true, force: true });
  for (const path of sources()) {
    mkdirSync(dirname(join(checkout, path)), { recursive: true });
    copyFileSync(join(root, path), join(checkout, path));
  }
  for (const name of readdirSync(join(root, 'packages'))) {
    const dist = join('packages', name, 'dist');
    if (existsSync(join(root, dist))) cpSync(join(root, dist), join(checkout, dist), { recursive: true });
  }
  const code = await pnpm(['install', '--frozen-lockfile', '--ignore-scripts', '--prefer-offline'], {
    cwd: checkout,
    log,
  });
  if (code !== 0) throw new Error(`the second checkout could not be installed; see ${log}`);
  const target = join(
    checkout,
    'node_modules/.pnpm',
    `better-sqlite3@${lockedSqlite()}`,
    'node_modules/better-sqlite3',
  );
  mkdirSync(dirname(join(target, binding)), { recursive: true });
  // Removed first: the installed file may be a link to one that other checkouts share.
  rmSync(join(target, binding), { force: true });
  copyFileSync(join(home, 'node_modules/better-sqlite3', binding), join(target, binding));
  return checkout;
}

/** What belongs to the checkout: what git tracks, and what it does not ignore. */
function sources() {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const list = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return list.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

/** Both Nodes test the same better-sqlite3. */
function lockedSqlite() {
  const found = /^ {2}better-sqlite3@(\d+\.\d+\.\d+):/m.exec(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'));
  if (found === null) throw new Error('pnpm-lock.yaml does not lock better-sqlite3');
  return found[1];
}
