import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a command and resolves to what it printed; fails with the last lines of what it complained of. */
export async function output(program, args, options = {}) {
  try {
    const { stdout } = await execute(program, args, { maxBuffer: 64 * 1024 * 1024, ...options });
    return stdout;
  } catch (error) {
    const said = lastLines(`${error.stdout ?? ''}\n${error.stderr ?? ''}`);
    throw new Error(`${program.split('/').at(-1)}: ${said || error.code || error.message}`, { cause: error });
  }
}

/** The end of a log, on one line. */
export function lastLines(text, count = 5) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-count)
    .join(' · ');
}
