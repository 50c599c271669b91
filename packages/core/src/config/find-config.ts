import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { SyncError } from '../errors.js';
import { ancestors } from '../load/ancestors.js';

const extensions = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'yaml', 'yml'] as const;

/** The names that a config file may have, the first that is found wins. */
export const configNames: readonly string[] = extensions.map((extension) => `schema-sync.config.${extension}`);

/** The config file that holds for a directory: its own, or the nearest above it. Two in one folder are an error, since one would be ignored silently. */
export function findConfig(directory: string): string | undefined {
  for (const folder of ancestors(resolve(directory))) {
    const found = configNames.map((name) => join(folder, name)).filter((file) => existsSync(file));
    if (found.length > 1) {
      throw new SyncError({
        code: 'CONFIG_INVALID',
        op: 'config',
        message: `${folder} holds more than one config: ${found.map((file) => file.slice(folder.length + 1)).join(', ')}`,
        hint: 'Keep one of them, or say which with --config.',
      });
    }
    if (found[0] && isTrusted(found[0])) return found[0];
    // A config is code: what lies above a repository or a home is nobody's project.
    if (folder === homedir() || existsSync(join(folder, '.git'))) return undefined;
  }
  return undefined;
}

/** Only what belongs to this user, or to the system, is run: anybody can leave a file in a folder that all may write. */
function isTrusted(file: string): boolean {
  const { uid } = statSync(file);
  return process.getuid === undefined || uid === 0 || uid === process.getuid();
}

/**
 * The folder that a project's drivers and settings belong to: the config's, or else the nearest one with a package.json. Undefined outside of any project, where
 * nothing on the way up is trusted.
 */
export function findProject(directory: string, configFile?: string): string | undefined {
  if (configFile) return dirname(configFile);
  return ancestors(resolve(directory)).find((folder) => isFile(join(folder, 'package.json')));
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
