import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { throwIfAborted } from '../errors.js';

/** What a git command came to. */
export interface GitResult {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** How a git command is run. */
export interface GitOptions {
  /** For the words of a cancelled run. */
  readonly op: string;
  readonly input?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  /** The error where git cannot be run at all. */
  missing(cause: unknown): Error;
}

/** Runs git's plumbing without a shell, a prompt or an optional lock: nothing is written but what the command is there to write. */
export async function runGit(
  directory: string,
  args: readonly string[],
  { op, input = '', signal, environment, missing }: GitOptions,
): Promise<GitResult> {
  throwIfAborted(signal, op);
  const child = spawn('git', ['--no-replace-objects', '--literal-pathspecs', ...args], {
    cwd: directory,
    env: { ...process.env, ...environment, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  const exit = new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
  // A command that ends early closes its input; what matters then is its own message.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  try {
    const [stdout, stderr, code] = await Promise.all([buffer(child.stdout), text(child.stderr), exit]);
    return { code, stdout, stderr: stderr.trim() };
  } catch (cause) {
    throwIfAborted(signal, op);
    throw missing(cause);
  }
}

/** What a command answers on one line. */
export function lineOf(result: GitResult): string {
  return result.stdout.toString().replace(/\r?\n$/, '');
}
