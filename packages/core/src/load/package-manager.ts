import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ancestors } from './ancestors.js';
import { readManifest } from './package-files.js';

/** The package managers that projects use. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

const lockFiles: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

const words: Readonly<Record<PackageManager, Readonly<Record<'add' | 'remove', string>>>> = {
  npm: { add: 'install', remove: 'uninstall' },
  pnpm: { add: 'add', remove: 'remove' },
  yarn: { add: 'add', remove: 'remove' },
  bun: { add: 'add', remove: 'remove' },
};

/** The project's own package manager: what its package.json or lock file names, else the one that started this process, else npm. */
export function packageManagerOf(project: string | undefined, userAgent: string | undefined): PackageManager {
  for (const folder of project === undefined ? [] : ancestors(project)) {
    const named = readManifest(folder)?.packageManager?.split('@')[0];
    if (isPackageManager(named)) return named;
    const locked = lockFiles.find(([file]) => existsSync(join(folder, file)));
    if (locked) return locked[1];
  }
  const started = userAgent?.split('/')[0];
  return isPackageManager(started) ? started : 'npm';
}

/** The arguments that add or remove a package as a development dependency. */
export function packageCommand(manager: PackageManager, verb: 'add' | 'remove', name: string): readonly string[] {
  return verb === 'add' ? [words[manager].add, '-D', name] : [words[manager].remove, name];
}

/** What a person types to install a package. */
export function installCommand(manager: PackageManager, name: string): string {
  return manager === 'npm' ? `npm i ${name}` : `${manager} add ${name}`;
}

function isPackageManager(name: string | undefined): name is PackageManager {
  return name !== undefined && Object.hasOwn(words, name);
}
