import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../../..');
const bin = join(root, 'packages/core/dist/bin.js');
const call = promisify(execFile);

/** Runs `schema-sync` in a folder with a config, and tells the most memory that it took. */
export async function schemaSync(folder, ...args) {
  const peak = join(folder, 'peak');
  const env = {
    ...process.env,
    NO_COLOR: '1',
    BENCH_PEAK: peak,
    SCHEMA_SYNC_DRIVERS_FROM: join(root, 'integration'),
  };
  const hook = join(import.meta.dirname, 'peak-at-exit.mjs');
  await call(process.execPath, ['--import', hook, bin, ...args], { cwd: folder, env, maxBuffer: 2 ** 30 });
  return Number(readFileSync(peak, 'utf8'));
}

/** Runs another command to its end, without keeping this process from passing on what it says. */
export async function program(command, args, options = {}) {
  await call(command, args, { maxBuffer: 2 ** 30, ...options });
}

/** Runs a command for each of some words, one after the other or several at a time, as a line of a shell does. */
export function inShell(words, parallel, line) {
  const script = `xargs -P ${parallel} -I {} sh -c ${JSON.stringify(line)} < ${words}`;
  return program('sh', ['-c', script]);
}
