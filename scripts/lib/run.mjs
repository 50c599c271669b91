import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const cache = join(root, 'node_modules/.cache');

/** Resolves to the exit code. The output goes to the terminal, or to the file `log`. */
export function run(command, args, { env = {}, log, cwd = root } = {}) {
  const output = log === undefined ? 'inherit' : openSync(log, 'a');
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...env },
    stdio: ['ignore', output, output],
  });
  return new Promise((settle) => {
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      settle(127);
    });
    child.on('close', (code) => settle(code ?? 1));
  }).finally(() => {
    if (typeof output === 'number') closeSync(output);
  });
}

/** Runs the pnpm that package.json pins; npx fetches it, so a machine needs npm only. */
export function pnpm(args, options) {
  const { packageManager } = readJson(join(root, 'package.json'));
  return run('npx', ['--yes', packageManager, ...args], options);
}

/** Runs the command of an installed development dependency. */
export function tool(name, args, options) {
  return run(join(root, 'node_modules/.bin', name), args, options);
}

export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
