import { spawn } from 'node:child_process';

/** How a program ended. */
export type Captured =
  | { readonly outcome: 'exit'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly outcome: 'timeout' }
  | { readonly outcome: 'overflow' }
  | { readonly outcome: 'error'; readonly error: Error };

/** How a program is run. */
export interface CaptureOptions {
  readonly directory: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** What a program may print, in characters. */
export const captureLimit = 1 << 20;

/** Runs a program without a shell and without input, and keeps what it prints. One that prints more than a megabyte is ended, since half of it would be wrong. */
export function capture(program: string, args: readonly string[], options: CaptureOptions): Promise<Captured> {
  return new Promise((settle) => {
    const child = spawn(program, [...args], {
      cwd: options.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
      ...(options.signal && { signal: options.signal }),
    });
    let stdout = '';
    let stderr = '';
    const end = (outcome: 'timeout' | 'overflow') => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      // What the program itself started may hold the pipes open.
      child.stdout.destroy();
      child.stderr.destroy();
      settle({ outcome });
    };
    const timer = setTimeout(end, options.timeoutMs, 'timeout');
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.length > captureLimit) end('overflow');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < captureLimit) stderr += text;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      settle({ outcome: 'error', error });
    });
    child.on('close', (code, killedBy) => {
      clearTimeout(timer);
      settle({ outcome: 'exit', code: code ?? (killedBy ? 128 : 1), stdout, stderr });
    });
  });
}
