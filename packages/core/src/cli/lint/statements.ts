import { setImmediate } from 'node:timers/promises';
import type { Connection } from '../../contract/connection.js';
import type { Driver } from '../../contract/driver.js';
import type { HeldLock, Unobserved } from '../../contract/observation.js';
import type { Hazard } from '../../contract/step.js';
import { type ErrorCode, isSyncError, SyncError, throwIfAborted } from '../../errors.js';
import type { Catalogue } from '../../model/catalogue.js';
import { creationStatements } from '../../plan/creation-statements.js';
import { gatedClasses } from '../../plan/hazards.js';
import { decodeText } from '../../source/files/decode.js';
import { readFiles } from '../../source/files/read-files.js';
import { sourceInvalid } from '../../source/invalid.js';
import { type SqlStatement, splitSql } from '../../source/sql/split.js';

/** What a statement of a file showed when it was run. */
export interface SeenStatement {
  /** `file:line` */
  readonly at: string;
  readonly text: string;
  /** Whether it ran in a transaction; absent for what did not run. */
  readonly atomic?: boolean;
  readonly locks: readonly HeldLock[];
  readonly hazards: readonly (Hazard & { readonly gated: boolean })[];
  /** Why it was not run. */
  readonly skipped?: string;
  /** What the server said to it; nothing after it was run. */
  readonly failure?: { readonly message: string; readonly hint?: string };
}

const op = 'lint';

/** Nothing more can be run after these. */
const ends: ReadonlySet<ErrorCode> = new Set(['CANCELLED', 'TERMINATED', 'CONNECTION_LOST', 'SCRATCH_UNAVAILABLE']);

/** The statements of a file, or of the SQL files of a folder in the order of their names. */
export async function readStatements(
  path: string,
  directory: string,
  { dialect }: Driver,
): Promise<readonly SqlStatement[]> {
  const files = await readFiles(path, directory);
  const other = files.find(({ format }) => format !== 'sql');
  if (other)
    throw sourceInvalid(other.path, 'statements to be run stand in files of SQL', {
      hint: 'Name the .sql files, or their folder.',
    });
  return files.flatMap(({ path: file, bytes }) => splitSql(decodeText(bytes, file), file, dialect.lexis));
}

/** Builds a state in an empty scratch database, so that statements meet what they are written for. */
export async function buildState(
  scratch: Connection,
  state: Catalogue,
  driver: Driver,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const { statement, settings } of creationStatements(state, driver, scratch.server)) {
    throwIfAborted(signal, op);
    await scratch.execute(statement, { ...(settings && { settings }), ...(signal && { signal }) });
  }
}

/** Runs statements one after another and tells what each of them did; ends at the first that fails. */
export async function observeAll(
  scratch: Connection,
  statements: readonly SqlStatement[],
  { name }: Driver,
  signal: AbortSignal | undefined,
): Promise<readonly SeenStatement[]> {
  if (!scratch.observe) {
    throw new SyncError({
      code: 'UNSUPPORTED',
      op,
      message: `the ${name} driver cannot tell what a statement does while it runs`,
      hint: 'Check the desired state, or a plan: lint SOURCE --from SOURCE.',
    });
  }
  const seen: SeenStatement[] = [];
  let opened: string | undefined;
  for (const statement of statements) {
    await setImmediate();
    const { transaction, ...one } = await observe(scratch.observe.bind(scratch), statement, signal);
    if (transaction) opened = transaction === 'begins' ? one.at : undefined;
    const isMisplaced = opened !== undefined && one.atomic === false;
    seen.push(isMisplaced ? { ...one, failure: misplaced(opened) } : one);
    if (one.failure || isMisplaced) break;
  }
  return seen;
}

function misplaced(opened: string | undefined): NonNullable<SeenStatement['failure']> {
  return {
    message: `the server takes it only outside of a transaction, and one was begun at ${opened}`,
    hint: 'Put it into a file of its own that begins no transaction, and tell the tool that runs it.',
  };
}

async function observe(
  look: NonNullable<Connection['observe']>,
  { text, words, file, line }: SqlStatement,
  signal: AbortSignal | undefined,
): Promise<SeenStatement & Pick<Unobserved, 'transaction'>> {
  const about = { at: `${file}:${line}`, text };
  try {
    const found = await look({ text, words }, signal);
    if ('skipped' in found) return { ...about, locks: [], hazards: [], ...found };
    const { atomic, locks, hazards } = found;
    return {
      ...about,
      atomic,
      locks,
      hazards: hazards.map((each) => ({ ...each, gated: gatedClasses.has(each.class) })),
    };
  } catch (error) {
    if (!isSyncError(error) || ends.has(error.code)) throw error;
    const { hint, details } = error;
    // Who stands in the way is often told there alone.
    const message = typeof details?.detail === 'string' ? `${error.message}: ${details.detail}` : error.message;
    return { ...about, locks: [], hazards: [], failure: { message, ...(hint !== undefined && { hint }) } };
  }
}
