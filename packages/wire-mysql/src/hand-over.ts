import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExecuteOptions, SyncError, throwIfAborted } from '@sync/core';
import { type HandOver, quoteName } from '@sync/dialect-mysql';
import type { CopyProgram } from './copy-program.js';
import { passwordOf } from './open.js';
import type { MysqlOptions } from './options.js';
import type { MysqlSession } from './session.js';

/** How long a program that is told to stop may take for it. */
const stoppingMs = 10_000;

/** How much of what a program said last is told where it failed. */
const linesTold = 12;

/** Has a program copy a table in place of the server. What it leaves where it does not come to its end goes, and what an earlier one left that was killed. */
export async function handOver(
  handed: HandOver,
  copyWith: CopyProgram,
  session: MysqlSession,
  options: ExecuteOptions,
): Promise<void> {
  const op = 'execute';
  throwIfAborted(options.signal, op);
  await removeRest(handed, session);
  const before = await shapeOf(handed, session);
  const folder = await mkdtemp(join(tmpdir(), 'schema-sync-'));
  try {
    const defaults = join(folder, 'client.cnf');
    await writeFile(defaults, await clientSection(session.options), { mode: 0o600 });
    const args = argumentsOf(handed, copyWith, session.options, { defaults, variables: await variablesFor(session) });
    // Whoever stopped it by now is not heard any more.
    throwIfAborted(options.signal, op);
    const { status, output } = await run(copyWith, args, options);
    if (status === 0) return;
    const came = await whatCame(handed, session, before);
    throwIfAborted(options.signal, op);
    throw new SyncError({
      code: 'STATEMENT_FAILED',
      op,
      message: `${copyWith.name} ended with ${status}:\n${output.split('\n').slice(-linesTold).join('\n')}`,
      hint: `${came} Mend what the program says, or take copyWith out to have the table copied by schema-sync.`,
      details: { program: copyWith.program, status, output },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each is a word of its own to the program; no shell reads any of them. What says who enters, and how, stands in a file that nobody else may read. */
function argumentsOf(
  { table, clauses, copy }: HandOver,
  { more }: CopyProgram,
  { database, lockTimeoutMs }: Pick<MysqlOptions, 'database' | 'lockTimeoutMs'>,
  { defaults, variables }: { readonly defaults: string; readonly variables: readonly string[] },
): readonly string[] {
  const seconds = Math.max(1, Math.ceil(lockTimeoutMs / 1000));
  return [
    `--defaults-file=${defaults}`,
    ...['--execute', '--no-version-check', '--charset=utf8mb4', '--progress=percentage,1'],
    `--set-vars=${[`lock_wait_timeout=${seconds}`, `innodb_lock_wait_timeout=${seconds}`, ...variables].join(',')}`,
    ...more,
    `--new-table-name=${copy}`,
    `--alter=${clauses}`,
    `D=${database},t=${table}`,
  ];
}

/** The program asks for a plan of a query to know how large a table is, and takes one that it cannot read for that of a small one, which it copies at once. */
async function variablesFor(session: MysqlSession): Promise<readonly string[]> {
  const text = "SHOW SESSION VARIABLES LIKE 'explain_format'";
  const found = await session.send({ text }, { op: 'execute' });
  return found.length > 0 ? ['explain_format=TRADITIONAL'] : [];
}

async function clientSection(options: MysqlOptions): Promise<string> {
  const password = await passwordOf(options);
  const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const place =
    options.socket === undefined
      ? [`host=${quoted(options.host)}`, `port=${options.port}`]
      : [`socket=${quoted(options.socket)}`];
  const secret = password === undefined ? [] : [`password=${quoted(password)}`];
  return `[client]\n${[...place, `user=${quoted(options.user)}`, ...secret].join('\n')}\n`;
}

interface Ended {
  readonly status: number | string;
  readonly output: string;
}

/** In a group of its own: Ctrl-C in a terminal is for us to hear, and to pass on. */
function run(
  { program, name }: CopyProgram,
  args: readonly string[],
  { signal, onProgress }: ExecuteOptions,
): Promise<Ended> {
  return new Promise((settle, fail) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, shell: false });
    let output = '';
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill('SIGINT');
      timer = setTimeout(() => child.kill('SIGKILL'), stoppingMs);
    };
    const hear = (chunk: Buffer) => {
      const said = chunk.toString();
      output = `${output}${said}`.slice(-20_000);
      const percent = [...said.matchAll(/(\d+)% /g)].at(-1)?.[1];
      if (percent !== undefined) onProgress?.({ phase: name, done: Number(percent), total: 100, noun: 'percent' });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    signal?.addEventListener('abort', stop, { once: true });
    const over = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    child.on('error', (error) => {
      over();
      fail(notStarted(name, error));
    });
    child.on('close', (code, by) => {
      over();
      settle({ status: code ?? by ?? 'nothing', output: output.trimEnd() });
    });
  });
}

function notStarted(name: string, cause: Error): SyncError {
  return new SyncError({
    code: 'STATEMENT_FAILED',
    op: 'execute',
    message: `${name} could not be started: ${cause.message}`,
    cause,
  });
}

/** A program that is interrupted leaves its triggers, which would go on to write to a copy that is gone: they go first. */
async function removeRest({ table, copy }: HandOver, session: MysqlSession): Promise<void> {
  const op = 'execute';
  const triggers = await session.send<{ readonly name: string }>(
    {
      text: `SELECT trigger_name AS 'name' FROM information_schema.triggers
WHERE trigger_schema = DATABASE() AND event_object_table = ? AND trigger_name LIKE 'pt\\_osc\\_%' AND LOCATE(?, action_statement) > 0`,
      params: [table, copy],
    },
    { op },
  );
  for (const { name } of triggers) await session.send({ text: `DROP TRIGGER IF EXISTS ${quoteName(name)}` }, { op });
  await session.send({ text: `DROP TABLE IF EXISTS ${quoteName(copy)}` }, { op });
}

/** What is known of a table whose program failed: it may do so after it has put the copy in place. */
async function whatCame(handed: HandOver, session: MysqlSession, before: string | undefined): Promise<string> {
  try {
    const after = await shapeOf(handed, session);
    await removeRest(handed, session);
    if (before === undefined || after === undefined) return unknown;
    if (after === before) return 'The table is defined as it was, and nothing is left of its copy.';
    return 'The table is defined otherwise than before, so that its copy has its place: plan again for what is left, and look for the old table, which the program may have left beside it with its triggers.';
  } catch {
    // The session may be gone along with the program; what that said is to be heard all the same.
    return unknown;
  }
}

const unknown = 'What came of the table is not known: plan again, which reads it and removes what is left of its copy.';

/** How a table is defined, but for how far it has counted. */
async function shapeOf({ table }: HandOver, session: MysqlSession): Promise<string | undefined> {
  const text = `SHOW CREATE TABLE ${quoteName(table)}`;
  const [row] = await session.send<Readonly<Record<string, string>>>({ text }, { op: 'execute' });
  return row?.['Create Table']?.replace(/ AUTO_INCREMENT=\d+/, '');
}
