import { main } from './main.js';
import { listenForInterruption } from './signals.js';
import { watchOutput } from './watch-output.js';

/** Runs the command line of a process. The exit code is set and the event loop left to drain, so that output is never cut off. */
export async function runProcess(target: NodeJS.Process): Promise<void> {
  const directory = startedIn(target);
  if (directory === undefined) return;
  const output = watchOutput(target);
  const interruption = listenForInterruption(target, (text) => target.stderr.write(`\n${text}\n`));
  try {
    const code = await main(
      target.argv.slice(2),
      {
        directory,
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

/** Somebody may have removed the folder under the shell that stands in it. */
function startedIn(target: NodeJS.Process): string | undefined {
  try {
    return target.cwd();
  } catch {
    target.stderr.write(
      'error[IO] the folder that this was started in is gone\n  hint: Go to one that is there, and run again.\n',
    );
    target.exitCode = 1;
    return undefined;
  }
}
