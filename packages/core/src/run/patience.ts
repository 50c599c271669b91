import { setTimeout } from 'node:timers/promises';
import type { Patience } from '../contract/connection.js';
import { isSyncError, SyncError, throwIfAborted } from '../errors.js';
import type { RunEvent } from './report.js';

/** What trying again depends on. */
export interface PatienceContext {
  /** Of the connection; without it nothing is tried again. */
  readonly patience: Patience | undefined;
  readonly op: string;
  readonly signal: AbortSignal;
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}

const firstPauseMs = 500;
const longestPauseMs = 60_000;

/** How long to leave a lock to others after so many attempts: twice as long each time, up to a minute, and never as long as somebody else's retries. */
export function pauseAfter(attempts: number, random: number): number {
  const longest = Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs);
  return Math.round(longest / 2 + (longest / 2) * random);
}

/** Tries again what was rolled back because a lock that others hold was not granted: who waits for one has everybody behind it wait, too. */
export async function withPatience<T>(work: () => Promise<T>, context: PatienceContext): Promise<T> {
  const { patience, op, signal, onEvent } = context;
  for (let attempts = 1; ; attempts++) {
    try {
      return await work();
    } catch (error) {
      if (!patience || !isSyncError(error) || error.code !== 'LOCK_TIMEOUT') throw error;
      if (attempts > patience.lockRetries) throw ungranted(error, attempts, patience);
      const pauseMs = pauseAfter(attempts, Math.random());
      onEvent?.({ type: 'retry', attempts, retries: patience.lockRetries, pauseMs, ...toldBy(error) });
      await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
      throwIfAborted(signal, op);
    }
  }
}

/** Who is in the way, in the words of whoever was told. */
function toldBy({ details }: SyncError): { readonly holder?: string; readonly waitsFor?: string } {
  return {
    ...(typeof details?.holder === 'string' && { holder: details.holder }),
    ...(typeof details?.waitsFor === 'string' && { waitsFor: details.waitsFor }),
  };
}

function ungranted(error: SyncError, attempts: number, { lockTimeoutMs }: Patience): SyncError {
  const { holder, waitsFor } = toldBy(error);
  const times = attempts === 1 ? 'at the first attempt' : `in ${attempts} attempts`;
  if (waitsFor !== undefined) return unended(error, attempts, waitsFor);
  return new SyncError({
    code: 'LOCK_TIMEOUT',
    op: error.op,
    message: `a lock that others hold was not granted ${times} of ${lockTimeoutMs} ms (${error.message})${holder === undefined ? '' : `: ${holder}`}`,
    hint: 'Let it finish, or end it, and run again. The settings lockRetries and lockTimeoutMs of the connection try more often, and wait longer each time; everybody who comes later waits as long.',
    cause: error,
    details: { ...error.details, attempts },
  });
}

function unended(error: SyncError, attempts: number, waitsFor: string): SyncError {
  return new SyncError({
    code: 'LOCK_TIMEOUT',
    op: error.op,
    message: `${waitsFor} did not end while it was waited for ${attempts === 1 ? 'once' : `${attempts} times`}`,
    hint: 'Let it finish, or end it, and run again. The setting lockRetries of the connection has a run wait more often, longer each time.',
    cause: error,
    details: { ...error.details, attempts },
  });
}
