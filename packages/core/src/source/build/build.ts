import { setImmediate } from 'node:timers/promises';
import type { Connection } from '../../contract/connection.js';
import type { ProgressEvent } from '../../contract/progress.js';
import { asSyncError, isSyncError, type SyncError, throwIfAborted } from '../../errors.js';
import { Problems, sourceInvalid, together } from '../invalid.js';
import { inOrderOfMention } from './order.js';
import type { Part } from './part.js';

const op = 'source.compile';

/** Who may stop a build, and who wants to know how far it is. */
export interface BuildOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: ProgressEvent) => void) | undefined;
}

/** A part that the server refused, with what it said. */
interface Failure {
  readonly part: Part;
  readonly error: Error;
}

/**
 * Executes the parts in an empty database, in whatever order they are written: what fails for something that is not there yet is tried again after the
 * rest, until a round makes no progress and scratch has nothing more to offer. Each statement stands alone: a transaction around them all was measured and saves an embedded engine nothing.
 */
export async function buildParts(
  connection: Connection,
  parts: readonly Part[],
  presentNames: () => Promise<ReadonlySet<string>>,
  options: BuildOptions = {},
): Promise<void> {
  refuseTwins(parts);
  const { signal } = options;
  const first = parts.filter(({ comesFirst }) => comesFirst);
  const inTurn = first.length === 0 ? parts : [...first, ...parts.filter(({ comesFirst }) => !comesFirst)];
  let failures = await attempt(connection, inTurn, options);
  const removals = failures.filter(({ part }) => part.removes);
  if (removals.length > 0) throw failureOf(removals, parts);
  while (failures.length > 0) {
    const again = await attempt(connection, inOrderOfMention(failures.map(({ part }) => part)), { signal });
    if (again.length === failures.length && !(await connection.supply?.())) {
      const unmet = await withoutMet(again, presentNames);
      if (unmet.length > 0) throw failureOf(inSourceOrder(unmet, parts), parts);
      return;
    }
    failures = again;
  }
}

/**
 * `IF NOT EXISTS` asks for no more than that the name is there. Dumps write it for tables that come with another object, which a server may refuse to
 * create by their own names.
 */
async function withoutMet(
  failures: readonly Failure[],
  presentNames: () => Promise<ReadonlySet<string>>,
): Promise<readonly Failure[]> {
  if (!failures.some(({ part }) => part.tolerant)) return failures;
  const present = await presentNames();
  return failures.filter(({ part }) => !(part.tolerant && part.name !== undefined && present.has(part.name)));
}

/** After how many statements somebody is told how far it is, and an interruption is heard. */
const breath = 50;

async function attempt(
  connection: Connection,
  parts: readonly Part[],
  { signal, onEvent }: BuildOptions,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (let done = 0; done < parts.length; done += breath) {
    onEvent?.({ type: 'progress', done, total: parts.length });
    // Signals only reach a process that lets go of the thread.
    await setImmediate();
    throwIfAborted(signal, op);
    const some = parts.slice(done, done + breath);
    const refusals = await executeEach(connection, some, signal);
    for (const [i, part] of some.entries()) {
      const error = refusals[i];
      if (error === undefined) continue;
      if (!isRefusal(error)) throw error;
      failures.push({ part, error: error instanceof Error ? error : asSyncError(error, op) });
    }
  }
  return failures;
}

/** Resolves to what each part failed with. */
async function executeEach(
  connection: Connection,
  parts: readonly Part[],
  signal: AbortSignal | undefined,
): Promise<readonly unknown[]> {
  if (connection.executeEach && !parts.some(({ settings }) => settings))
    return connection.executeEach(
      parts.map(({ statement }) => statement),
      { signal },
    );
  const refusals: unknown[] = [];
  for (const { statement, settings } of parts) {
    throwIfAborted(signal, op);
    const refusal = await connection.execute(statement, { desired: true, ...(settings && { settings }) }).then(
      () => undefined,
      (error: unknown) => error,
    );
    refusals.push(refusal);
    if (refusal !== undefined && !isRefusal(refusal)) break;
  }
  return refusals;
}

/** What the server says no with, as opposed to being gone or told to stop: to a value, too, whose type is not yet what it will be. */
const refusing: ReadonlySet<string> = new Set(['STATEMENT_FAILED', 'CHECK_FAILED', 'UNSUPPORTED']);

function isRefusal(error: unknown): boolean {
  return !isSyncError(error) || refusing.has(error.code);
}

/** `IF NOT EXISTS` and `OR REPLACE` let a second definition of a name pass unseen; every other pair the server refuses itself. */
function refuseTwins(parts: readonly Part[]): void {
  const problems = new Problems();
  const defined = new Map<string, Part>();
  const droppable = new Set(parts.flatMap((part) => (part.removes ? [...part.mentions()] : [])));
  for (const part of parts) {
    if (part.defines === undefined) continue;
    const other = defined.get(part.defines);
    const isHidden = other && (part.tolerant || other.tolerant) && isRelation(part) && !droppable.has(part.name ?? '');
    if (isHidden) {
      problems.attempt(() => {
        throw twins(other, part);
      });
    }
    defined.set(part.defines, part);
  }
  problems.settle();
}

/** Functions and the like can share a name. */
function isRelation({ type }: Part): boolean {
  return type === 'TABLE' || type === 'VIEW';
}

function twins(first: Part, second: Part): SyncError {
  return sourceInvalid(second.at, `${second.name} is defined twice: at ${first.at} and at ${second.at}`, {
    hint:
      first.type === second.type
        ? 'Keep one of the two definitions.'
        : `A ${first.type?.toLowerCase()} and a ${second.type?.toLowerCase()} cannot have one name: rename one of the two.`,
    details: { places: [first.at, second.at] },
  });
}

function inSourceOrder(failures: readonly Failure[], parts: readonly Part[]): readonly Failure[] {
  const positions = new Map(parts.map((part, i) => [part, i]));
  return [...failures].sort((a, b) => (positions.get(a.part) ?? 0) - (positions.get(b.part) ?? 0));
}

/** Reports the failures from which others follow: those that speak of nothing that another failed part would have defined. */
function failureOf(failures: readonly Failure[], parts: readonly Part[]): SyncError {
  const undefinedNames = new Set(failures.flatMap(({ part }) => part.name ?? []));
  const roots = failures.filter(
    ({ part }) => ![...part.mentions()].some((name) => name !== part.name && undefinedNames.has(name)),
  );
  const definers = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.defines === undefined) continue;
    const same = definers.get(part.defines);
    if (same) same.push(part);
    else definers.set(part.defines, [part]);
  }
  const told = roots.length > 0 ? roots : failures.slice(0, 1);
  const errorOf = ({ part, error }: Failure) => {
    const [one, two] = part.defines === undefined ? [] : (definers.get(part.defines) ?? []);
    return one && two ? twins(one, two) : refusal(part, error, failures.length - told.length);
  };
  const [first, ...others] = told.map(errorOf);
  if (!first) throw new TypeError('a failed build has a failure');
  return together([first, ...others], failures.map(errorOf));
}

function refusal(part: Part, error: Error, others: number): SyncError {
  const offset = isSyncError(error) ? error.details?.offset : undefined;
  const at = (typeof offset === 'number' ? part.place?.(offset) : undefined) ?? part.at;
  return sourceInvalid(at, `${error.message}, in: ${headline(part)}`, {
    hint: part.removes
      ? 'A desired state starts from nothing, so there is nothing to drop: take the statement out, or add IF EXISTS.'
      : hintFor(error, others),
    cause: error,
    details: { statement: headline(part) },
  });
}

function hintFor(error: Error, others: number): string {
  // What is advised about values is about rows that are there, and in scratch there are none.
  const own = isSyncError(error) && error.hint && error.code !== 'CHECK_FAILED' ? `${error.hint} ` : '';
  const rest =
    others === 0
      ? ''
      : ` ${others} more statement${others === 1 ? '' : 's'} failed, perhaps only for want of what is told here.`;
  return `${own}Statements may stand in any order: what is told here failed after all the others, too.${rest}`;
}

function headline(part: Part): string {
  const line = part.statement.text.split('\n', 1)[0]?.trim() ?? '';
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
