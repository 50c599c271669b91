import { spawn } from 'node:child_process';

/** How a program ended. */
export type Captured =
  | { readonly outcome: 'exit'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly outcome: 'timeout' }
  | { readonly outcome: 'error'; readonly error: Error };

/** How a program is run. */
export interface CaptureOptions {
  readonly directory: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const limit = 1 << 20;

/** Runs a program without a shell and without input, and keeps what it prints, up to a megabyte. */
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
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      // What the program itself started may hold the pipes open.
      child.stdout.destroy();
      child.stderr.destroy();
      settle({ outcome: 'timeout' });
    }, options.timeoutMs);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < limit) stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < limit) stderr += text;
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
