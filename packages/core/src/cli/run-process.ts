import { main } from './main.js';
import { listenForInterruption } from './signals.js';
import { watchOutput } from './watch-output.js';

/** Runs the command line of a process. The exit code is set and the event loop left to drain, so that output is never cut off. */
export async function runProcess(target: NodeJS.Process): Promise<void> {
  const output = watchOutput(target);
  const interruption = listenForInterruption(target, (text) => target.stderr.write(`\n${text}\n`));
  try {
    const code = await main(
      target.argv.slice(2),
      {
        directory: target.cwd(),
        environment: target.env,
        platform: target.platform,
        input: target.stdin,
        output: target.stdout,
        errors: target.stderr,
        now: () => new Date(),
        onQuestion: interruption.onQuestion,
      },
      interruption.signal,
    );
    target.exitCode = output.exitCode(code);
  } finally {
    interruption.release();
  }
}
