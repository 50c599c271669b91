import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** The built command line. */
export const bin = fileURLToPath(new URL('../../node_modules/@sync/core/dist/bin.js', import.meta.url));
const drivers = fileURLToPath(new URL('../../../examples/demo', import.meta.url));

/** How a command is run. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  /** Called with everything that was said on stderr so far. */
  readonly onError?: (text: string, child: ChildProcess) => void;
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `schema-sync` as a process of its own. */
export function schemaSync(args: readonly string[], options: CommandOptions): Promise<Ended> {
  return runProcess(process.execPath, [bin, ...args], options);
}

/** Runs a process to its end. */
export function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env, uid, onError }: CommandOptions,
): Promise<Ended> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', SCHEMA_SYNC_DRIVERS_FROM: drivers, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    onError?.(stderr, child);
  });
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => settle({ code, signal, stdout, stderr }));
  });
}

/** What a failure must look like. */
export interface Expected {
  readonly exit: number;
  readonly code: string;
  /** What the message has to say. */
  readonly says?: RegExp;
}

/**
 * Runs a command that must fail, once for people and once for programs: both name the same code, help the reader on, and show neither a stack trace nor what
 * is secret.
 */
export async function expectFailure(
  args: readonly string[],
  options: CommandOptions & { readonly secrets?: readonly string[] },
  expected: Expected,
): Promise<void> {
  const text = await schemaSync(args, options);
  expect(text, 'for people').toMatchObject({ code: expected.exit, signal: null });
  expect(text.stderr).toContain(`error[${expected.code}]`);
  expect(text.stderr).toMatch(/^ {2}hint: \S/m);
  if (expected.says) expect(text.stderr).toMatch(expected.says);
  const json = await schemaSync([...args, '--format', 'json'], options);
  expect(json, 'for programs').toMatchObject({ code: expected.exit, signal: null });
  const { error } = JSON.parse(json.stdout) as { readonly error: Readonly<Record<string, unknown>> };
  expect(error).toMatchObject({ code: expected.code, exitCode: expected.exit });
  expect(String(error.hint ?? ''), 'a hint for programs').not.toBe('');
  for (const { stdout, stderr } of [text, json]) {
    expectClean(`${stdout}${stderr}`, options.secrets);
  }
}

/** Nothing that was said is a stack trace or a secret. */
export function expectClean(said: string, secrets: readonly string[] = []): void {
  expect(said).not.toMatch(/^\s+at .+[:(]\d+/m);
  for (const secret of secrets) expect(said).not.toContain(secret);
}
