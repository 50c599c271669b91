import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { throwIfAborted } from '../../errors.js';
import { sourceNotFound } from '../invalid.js';

/** What a git command came to. */
export interface GitResult {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git's plumbing without a shell, a prompt or an optional lock: nothing in the repository is written. */
export async function runGit(
  directory: string,
  args: readonly string[],
  { input = '', signal }: { readonly input?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<GitResult> {
  throwIfAborted(signal, 'source');
  const child = spawn('git', ['--no-replace-objects', '--literal-pathspecs', ...args], {
    cwd: directory,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
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
    throwIfAborted(signal, 'source');
    throw sourceNotFound(
      `git cannot be run in ${directory}`,
      'A git: source needs the git program on the PATH, and a folder that exists.',
      cause,
    );
  }
}
