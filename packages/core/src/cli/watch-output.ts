import { SyncError } from '../errors.js';
import { createPaint } from './paint.js';
import { errorText } from './report-error.js';

/** What became of the output of a process. */
export interface WatchedOutput {
  /** The exit code in place of the one that the work came to, where its result could not be told. */
  exitCode(code: number): number;
}

/** Listens for output that cannot be written, which may also be found out after the work is done. */
export function watchOutput(target: NodeJS.Process): WatchedOutput {
  let failed: number | undefined;
  target.stdout.on('error', (cause) => {
    failed ??= outputFailed(target, 'standard output', cause);
  });
  target.stderr.on('error', (cause) => {
    failed ??= outputFailed(target, 'standard error', cause);
  });
  return { exitCode: (code) => failed ?? code };
}

/**
 * Says that output cannot be written, and sets the exit code that says so too. A reader that has seen enough (`| head`) closes the pipe, which is no failure:
 * nothing more is to be said.
 */
export function outputFailed(
  target: NodeJS.Process,
  stream: 'standard output' | 'standard error',
  cause: NodeJS.ErrnoException,
): number | undefined {
  if (cause.code === 'EPIPE') return undefined;
  const error = new SyncError({
    code: 'IO',
    op: 'output',
    message: `${stream} cannot be written`,
    cause,
    hint: 'Check where it leads to, and that the disk has room. What the command did to a database is done all the same.',
  });
  target.exitCode = error.exitCode;
  if (stream === 'standard output') target.stderr.write(`${errorText(error, createPaint(false), false)}\n`);
  return error.exitCode;
}
