import { main } from './main.js';
import { listenForInterruption } from './signals.js';

/** Runs the command line of a process. The exit code is set and the event loop left to drain, so that output is never cut off. */
export async function runProcess(target: NodeJS.Process): Promise<void> {
  for (const stream of [target.stdout, target.stderr]) {
    // A reader that has seen enough (`| head`) closes the pipe: nothing more is to be said.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const interruption = listenForInterruption(target, (text) => target.stderr.write(`\n${text}\n`));
  try {
    target.exitCode = await main(
      target.argv.slice(2),
      {
        directory: target.cwd(),
        environment: target.env,
        platform: target.platform,
        input: target.stdin,
        output: target.stdout,
        errors: target.stderr,
        now: () => new Date(),
      },
      interruption.signal,
    );
  } finally {
    interruption.release();
  }
}
