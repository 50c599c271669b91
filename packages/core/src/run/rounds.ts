import type { Connection, ExecuteOptions } from '../contract/connection.js';
import type { Statement } from '../contract/statement.js';
import { SyncError } from '../errors.js';
import { stopIfAborted } from './stop-if-aborted.js';

/** What one round of a repeated statement returns. */
interface Round {
  readonly done: number;
  readonly next: string | null;
}

/** Who looks after the rounds of a repeated statement. */
export interface RoundHooks {
  /** Runs one round, maybe more than once. */
  readonly persist?: (work: () => Promise<Round>) => Promise<Round>;
  /** Told of all rows so far, after each round that held. */
  readonly onRound?: (done: number) => void;
}

/** Repeats a statement until it says that nothing is left. Whoever asks to stop is heard between two rounds. */
export async function executeRounds(
  connection: Connection,
  statement: Statement,
  op: string,
  options: ExecuteOptions,
  { persist = (work) => work(), onRound }: RoundHooks = {},
): Promise<void> {
  let done = 0;
  for (let next: string | null = null; ; ) {
    await stopIfAborted(options.signal, op);
    const round = await persist(() => runRound(connection, statement, next, op, options));
    done += round.done;
    onRound?.(done);
    if (round.next === null) return;
    if (round.next === next) throw misled('a repeated statement gave the parameter of its next round as it was', op);
    next = round.next;
  }
}

async function runRound(
  connection: Connection,
  { text }: Statement,
  next: string | null,
  op: string,
  options: ExecuteOptions,
): Promise<Round> {
  const rows = await connection.query<Round>({ text, params: [next] }, options);
  const [row] = rows;
  if (!row || rows.length > 1) throw misled('a repeated statement returned other than one row', op);
  return { done: Number(row.done), next: row.next };
}

function misled(message: string, op: string): SyncError {
  return new SyncError({
    code: 'INTERNAL',
    op,
    message,
    hint: 'This is a defect of the driver: please report it with the plan.',
  });
}
