import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { SyncError, throwIfAborted } from '../errors.js';
import { capture, captureLimit } from './capture.js';
import type { Environment } from './interpolate.js';
import type { Redactor } from './redact.js';

/** What resolving a reference may use. */
export interface SecretContext {
  /** What relative paths are relative to, and where commands run. */
  readonly directory: string;
  readonly environment: Environment;
  readonly redactor: Redactor;
  /** Whose keychain to ask. */
  readonly platform: NodeJS.Platform;
  readonly signal?: AbortSignal;
  /** How long a command may take. Default 30 seconds. */
  readonly timeoutMs?: number;
}

const reference = /^(env|file|cmd|keychain):(.+)$/s;

/** Whether a value is a reference to a secret and not the secret itself. */
export function isSecretReference(value: string): boolean {
  return reference.test(value);
}

/** How a value that came by reference is shown; undefined where it is no reference. */
export function referenceOf(value: string): string | undefined {
  const [, scheme, rest = ''] = reference.exec(value) ?? [];
  return scheme === undefined ? undefined : shownReference(scheme, rest);
}

/**
 * Resolves `env:NAME`, `file:PATH`, `cmd:PROGRAM ARGUMENTS` and `keychain:SERVICE/ACCOUNT`, and makes the result known to the redactor.
 * Any other value is handed back as it is.
 */
export async function resolveSecret(value: string, at: string, context: SecretContext): Promise<string> {
  const [, scheme, rest = ''] = reference.exec(value) ?? [];
  if (!scheme) return value;
  const secret = await look(scheme, rest, at, context);
  if (!secret) throw unavailable(at, `${shownReference(scheme, rest)} is empty`, 'A secret is at least one character.');
  context.redactor.add(secret);
  return secret;
}

/** The same for every string inside a value. */
export async function resolveSecrets<T>(value: T, at: string, context: SecretContext): Promise<T> {
  return (await walk(value, at, context)) as T;
}

async function walk(value: unknown, at: string, context: SecretContext): Promise<unknown> {
  if (typeof value === 'string') return resolveSecret(value, at, context);
  if (Array.isArray(value)) return Promise.all(value.map((item, i) => walk(item, `${at}[${i}]`, context)));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(
    async ([name, member]) => [name, await walk(member, `${at}.${name}`, context)] as const,
  );
  return Object.fromEntries(await Promise.all(members));
}

async function look(scheme: string, rest: string, at: string, context: SecretContext): Promise<string> {
  if (scheme === 'env') return fromEnvironment(rest, at, context);
  if (scheme === 'file') return fromFile(rest, at, context);
  if (scheme === 'cmd') return fromCommand(words(rest), shownReference(scheme, rest), at, context);
  return fromKeychain(rest, at, context);
}

/** A reference for messages: of a command only the program, since its arguments may be secret themselves. */
function shownReference(scheme: string, rest: string): string {
  if (scheme !== 'cmd') return `${scheme}:${rest}`;
  const [program = '', ...others] = words(rest);
  return others.length > 0 ? `cmd:${program} …` : `cmd:${program}`;
}

function fromEnvironment(name: string, at: string, context: SecretContext): string {
  const value = context.environment[name];
  if (value === undefined)
    throw unavailable(at, `the environment variable ${name} is not set`, `Set ${name} before running schema-sync.`);
  return value;
}

async function fromFile(path: string, at: string, context: SecretContext): Promise<string> {
  const file = path.startsWith('~/') ? resolve(homedir(), path.slice(2)) : resolve(context.directory, path);
  try {
    return (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
  } catch (cause) {
    throw unavailable(
      at,
      `the file ${file} cannot be read`,
      'Check that it is there and that this user may read it.',
      cause,
    );
  }
}

async function fromCommand(
  argv: readonly string[],
  shown: string,
  at: string,
  context: SecretContext,
): Promise<string> {
  const [program, ...args] = argv;
  if (!program)
    throw unavailable(at, 'cmd: names no program', 'Write cmd:PROGRAM ARGUMENTS; there is no shell in between.');
  const timeoutMs = context.timeoutMs ?? 30_000;
  const result = await capture(program, args, {
    directory: context.directory,
    timeoutMs,
    ...(context.signal && { signal: context.signal }),
  });
  throwIfAborted(context.signal, 'config');
  if (result.outcome === 'exit' && result.code === 0) return result.stdout.replace(/\r?\n$/, '');
  if (result.outcome === 'timeout')
    throw unavailable(
      at,
      `${shown} took longer than ${timeoutMs / 1000} s`,
      'Run it by hand: it may be waiting for input.',
    );
  if (result.outcome === 'overflow')
    throw unavailable(
      at,
      `${shown} printed more than ${captureLimit} characters`,
      'Let it print the secret and nothing else.',
    );
  if (result.outcome === 'error')
    throw unavailable(
      at,
      `${shown} cannot be run`,
      'Check that the program is installed and on the PATH.',
      result.error,
    );
  const said = result.stderr.trim();
  throw unavailable(
    at,
    `${shown} failed with exit code ${result.code}${said ? `: ${said}` : ''}`,
    'Run it by hand to see what it needs.',
  );
}

async function fromKeychain(path: string, at: string, context: SecretContext): Promise<string> {
  const slash = path.indexOf('/');
  if (slash < 1 || slash === path.length - 1) {
    throw unavailable(at, `keychain:${path} is not SERVICE/ACCOUNT`, 'Write keychain:SERVICE/ACCOUNT.');
  }
  const service = path.slice(0, slash);
  const account = path.slice(slash + 1);
  const lookups: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ['security', 'find-generic-password', '-w', '-s', service, '-a', account],
    linux: ['secret-tool', 'lookup', 'service', service, 'account', account],
  };
  const lookup = lookups[context.platform];
  if (!lookup) {
    throw unavailable(
      at,
      `schema-sync cannot read the keychain of ${context.platform}`,
      'Use cmd: with a program that prints the secret, or env: or file:.',
    );
  }
  return fromCommand(lookup, `keychain:${path}`, at, context);
}

/** Words as a shell would see them, with quotes and backslashes and nothing else: no variables, no globs, no pipes. */
function words(command: string): readonly string[] {
  const found: string[] = [];
  for (const [piece] of command.matchAll(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs)) {
    found.push(
      piece.replace(
        /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/gs,
        (_, escaped, double, single) => escaped ?? double?.replace(/\\(.)/gs, '$1') ?? single ?? '',
      ),
    );
  }
  return found;
}

function unavailable(at: string, message: string, hint: string, cause?: unknown): SyncError {
  return new SyncError({
    code: 'SECRET_UNAVAILABLE',
    op: 'config',
    message: `${at}: ${message}`,
    hint,
    ...(cause !== undefined && { cause }),
  });
}
