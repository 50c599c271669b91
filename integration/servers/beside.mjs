import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { asOrdinaryUser } from './ordinary-user.mjs';

const readyWithinMs = 10_000;

/** Starts a small server that a test needs beside a database, in a folder of its own which goes with it; undefined where it does not come up. */
export async function startBeside(command, folder, isReady, options = {}) {
  const [first, ...args] = asOrdinaryUser(command, { dieWith: 'SIGTERM' });
  const child = spawn(first, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], ...options });
  child.on('error', () => {});
  const end = async () => {
    if (child.exitCode === null && child.pid !== undefined) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = performance.now() + readyWithinMs;
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await end();
      return undefined;
    }
    await setTimeout(50);
  }
  return { [Symbol.asyncDispose]: end };
}
