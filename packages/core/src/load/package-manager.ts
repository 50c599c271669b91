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

/** A program and its arguments as they can be started without a shell. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  /** Whether the arguments are a command line that must reach the program as it is. */
  readonly verbatim: boolean;
  /** What the program's environment needs beyond ours. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * How a package manager is started. On Windows most of them are scripts, which only its command processor runs; words of package commands hold nothing that it
 * would take for its own, and it is told not to look into the current folder, where anybody may have left an npm.cmd.
 * See https://nodejs.org/api/child_process.html#spawning-bat-and-cmd-files-on-windows.
 */
export function launchOf(
  manager: PackageManager,
  args: readonly string[],
  platform: NodeJS.Platform,
  commandProcessor: string | undefined,
): Launch {
  if (platform !== 'win32') return { file: manager, args, verbatim: false, environment: {} };
  return {
    file: commandProcessor || 'cmd.exe',
    args: ['/d', '/s', '/c', `"${[manager, ...args].join(' ')}"`],
    verbatim: true,
    environment: { NoDefaultCurrentDirectoryInExePath: '1' },
  };
}

/** What a person types to install a package. */
export function installCommand(manager: PackageManager, name: string): string {
  return manager === 'npm' ? `npm i ${name}` : `${manager} add ${name}`;
}

function isPackageManager(name: string | undefined): name is PackageManager {
  return name !== undefined && Object.hasOwn(words, name);
}
