import type { Connection, StatementProgress } from '../contract/connection.js';
import type { Statement } from '../contract/statement.js';
import type { Batch, Step } from '../contract/step.js';
import { executeChecked } from './execute.js';
import { withPatience } from './patience.js';
import type { RunEvent } from './report.js';
import { executeRounds } from './rounds.js';
import { stopIfAborted } from './stop-if-aborted.js';

/** What running a step by itself takes. */
export interface LoneContext {
  readonly connection: Connection;
  readonly op: string;
  readonly settings: Batch['settings'];
  /** Aborted for any reason to stop. */
  readonly signal: AbortSignal;
  /** Aborted when nothing may be written any more. */
  readonly lost: AbortSignal;
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /** Told once for each statement of which something held. */
  readonly onHeld: () => void;
  readonly onDone: () => void;
}

/** Runs the statements of a step each by itself. Where one fails, what it can leave behind goes, as far as the connection still serves for that. */
export async function executeLone(step: Step, context: LoneContext): Promise<void> {
  const cleanUp = () => removeLeftovers(step, context, false);
  let isBegun = false;
  try {
    for (const statement of step.sql) {
      // What has begun to commit by itself is finished: no plan starts from the middle of a step. Rounds leave the schema as it was.
      const signal = isBegun ? context.lost : context.signal;
      await stopIfAborted(signal, context.op);
      await executeOne(statement, { ...context, signal, cleanUp });
      // A check changes nothing.
      if (!statement.check && !statement.repeat) {
        isBegun = true;
        context.onHeld();
      }
      context.onDone();
    }
  } catch (error) {
    // Whoever stopped it does not want to wait; what stays is the next plan's to remove.
    await removeLeftovers(step, context, true).catch(() => undefined);
    throw error;
  }
}

async function executeOne(
  statement: Statement,
  context: LoneContext & { readonly cleanUp: () => Promise<void> },
): Promise<void> {
  const { connection, op, settings, signal, onEvent, cleanUp } = context;
  const { patience } = connection;
  const options = {
    settings,
    signal,
    patient: true,
    onProgress: (progress: StatementProgress) => onEvent?.({ type: 'within', ...progress }),
  };
  const trying = { patience, op, signal, onEvent, cleanUp };
  if (!statement.repeat) {
    await withPatience(() => executeChecked(connection, statement, op, options), trying);
    return;
  }
  let isHeld = false;
  await executeRounds(connection, statement, op, options, {
    persist: (work) => withPatience(work, trying),
    onRound: (done) => {
      if (done > 0 && !isHeld) context.onHeld();
      isHeld = done > 0;
      onEvent?.({ type: 'within', done, noun: 'row' });
    },
  });
}

async function removeLeftovers(
  { leftovers }: Step,
  { connection, lost }: LoneContext,
  patient: boolean,
): Promise<void> {
  if (!leftovers || lost.aborted) return;
  const found = await connection.query(leftovers.find);
  if (found.length === 0) return;
  for (const statement of leftovers.remove) await connection.execute(statement, { patient });
}
