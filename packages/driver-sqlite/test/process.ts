import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** Another process at work on a file. */
export interface Other extends AsyncDisposable {
  /** The next line that it says. */
  line(): Promise<string>;
  /** Lets it come to its end. */
  end(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts `child.mjs`. */
export function start(command: string, path: string, argument = '', options: { readonly uid?: number } = {}): Other {
  const script = fileURLToPath(new URL('child.mjs', import.meta.url));
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    [script, command, path, argument],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      ...options,
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return {
    async line() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${command} ended without a word`);
      return value;
    },
    async end() {
      child.stdin.end();
      await exited;
    },
    kill,
    [Symbol.asyncDispose]: kill,
  };
}
