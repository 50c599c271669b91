import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.js';
import type { Output } from '../../src/cli/world.js';
import type { Connection } from '../../src/contract/connection.js';
import { loadDriver } from '../../src/load/load-driver.js';

const bin = resolve(import.meta.dirname, '../../dist/bin.js');
const driversFrom = resolve(import.meta.dirname, '../../../../examples/demo');

/** What a command line came to. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Files of a new folder, which is removed after the test. */
export async function project(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await write(folder, files);
  return folder;
}

/** Writes files into a folder. */
export async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const environment = { PATH: process.env.PATH, HOME: process.env.HOME, SCHEMA_SYNC_DRIVERS_FROM: driversFrom };

/** Runs the built command line as a process of its own. */
export function schemaSync(
  folder: string,
  argv: readonly string[],
  more: {
    readonly env?: Readonly<Record<string, string>>;
    readonly onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
  } = {},
): Promise<Outcome> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [bin, ...argv], {
      cwd: folder,
      env: { ...environment, ...more.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      more.onStderr?.(stderr, (signal) => child.kill(signal));
    });
    child.on('error', fail);
    child.on('close', (code, signal) => settle({ code, signal, stdout, stderr }));
  });
}

/** Runs a command line in this process, before a person who types these answers, or who is silent. */
export async function atTerminal(
  folder: string,
  argv: readonly string[],
  answers: readonly string[],
  more: {
    readonly env?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
    readonly silent?: boolean;
    readonly columns?: number;
  } = {},
): Promise<Outcome> {
  const [output, errors] = [new Screen(more.columns), new Screen(more.columns)];
  const typed = more.silent
    ? new PassThrough()
    : Readable.from(
        answers.map((answer) => `${answer}\n`),
        { objectMode: false },
      );
  const input = Object.assign(typed, { isTTY: true });
  const world = {
    directory: folder,
    environment: { ...environment, NO_COLOR: '1', ...more.env },
    platform: process.platform,
    input,
    output,
    errors,
    now: () => new Date(),
  };
  const code = await main(argv, world, more.signal ?? new AbortController().signal);
  return { code, signal: null, stdout: output.text, stderr: errors.text };
}

/** Runs a command line in this process, through pipes: it says what a process of its own would, and none has to be started. */
export async function throughPipes(
  folder: string,
  argv: readonly string[],
  more: { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Outcome> {
  const [output, errors] = [new Screen(undefined, false), new Screen(undefined, false)];
  const world = {
    directory: folder,
    environment: { ...environment, ...more.env },
    platform: process.platform,
    input: Object.assign(Readable.from([]), { isTTY: false }),
    output,
    errors,
    now: () => new Date(),
  };
  const code = await main(argv, world, new AbortController().signal);
  return { code, signal: null, stdout: output.text, stderr: errors.text };
}

class Screen implements Output {
  text = '';
  constructor(
    readonly columns = 100,
    readonly isTTY = true,
  ) {}
  write(text: string): boolean {
    this.text += text;
    return true;
  }
}

/** Works on a database file beside the command line. */
export async function withDatabase<T>(
  folder: string,
  work: (connection: Connection) => Promise<T>,
  name = 'app.db',
): Promise<T> {
  const driver = await loadDriver('sqlite', { extra: driversFrom });
  await using connection = await driver.connect(driver.options({ url: `sqlite:./${name}`, directory: folder }), {
    access: 'write',
  });
  return await work(connection);
}

/** Runs statements on a database file of this name, and resolves to the rows of the last. */
export function queryIn(folder: string, file: string, ...statements: readonly string[]) {
  return withDatabase(
    folder,
    async (connection) => {
      let rows: readonly Record<string, unknown>[] = [];
      for (const text of statements) rows = await connection.query({ text });
      return rows;
    },
    file,
  );
}

/** Executes statements on a database file, which is made where it is not there. */
export function execute(folder: string, ...statements: readonly string[]): Promise<void> {
  return withDatabase(folder, async (connection) => {
    for (const text of statements) await connection.execute({ text });
  });
}
