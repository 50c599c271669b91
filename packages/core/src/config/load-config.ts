import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { SyncError } from '../errors.js';
import { isTooDeep } from '../model/json.js';
import type { Config } from './config.js';
import { configShape } from './config-shape.js';
import { findConfig, findProject } from './find-config.js';

/** A config that was found and checked. Its strings are as they were written: variables and secrets are put in where a value is used. */
export interface LoadedConfig {
  readonly config: Config;
  /** Absent where there is no config file. */
  readonly file?: string;
  /** What the config's relative paths are relative to. */
  readonly directory: string;
  /** Where drivers are resolved from; absent outside of any project. */
  readonly project?: string;
}

/** Finds the config that holds for a directory, or reads the file that is named, and checks it. Without a file everything has its default. */
export async function loadConfig(directory: string, named?: string): Promise<LoadedConfig> {
  const file = named === undefined ? findConfig(directory) : resolve(directory, named);
  if (!file) {
    const project = findProject(directory);
    return { config: {}, directory: resolve(directory), ...(project !== undefined && { project }) };
  }
  if (!existsSync(file)) {
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'config',
      message: `there is no config file ${file}`,
      hint: 'Check --config, or write one with schema-sync init.',
    });
  }
  const { importConfig } = await import('./import-config.js');
  const folder = dirname(file);
  return {
    config: checkConfig(await importConfig(file), file),
    file,
    directory: folder,
    project: findProject(folder, file) ?? folder,
  };
}

/** Checks what a config says. Every problem is named, with its path and the nearest known name. */
export function checkConfig(value: unknown, file: string): Config {
  if (isTooDeep(value)) {
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'config',
      message: `${file}: the config is nested too deeply, or contains itself`,
      hint: 'A config is a few levels deep: look at what it is put together from.',
    });
  }
  const problems = configShape(value, '');
  if (problems.length > 0) {
    const lines = problems.map(({ path, message }) => `${path || 'the config'} ${message}`);
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'config',
      message: lines.length === 1 ? `${file}: ${lines[0]}` : `${file}:\n${lines.map((line) => `  ${line}`).join('\n')}`,
      hint: 'schemas/config.json in the package @sync/core lists every field, and its README the usual ones.',
      details: { file, problems },
    });
  }
  return value as Config;
}
