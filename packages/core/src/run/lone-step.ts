import type { Connection, StatementProgress } from '../contract/connection.js';
import type { Statement } from '../contract/statement.js';
import type { Batch, Step } from '../contract/step.js';
import { executeChecked } from './execute.js';
import { removeLeftovers } from './leftovers.js';
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
  /** Told where what had held of a step that failed is gone again. */
  readonly onTakenBack: () => void;
}

/** Runs the statements of a step each by itself. Where one fails, what it can leave behind goes, as far as the connection still serves for that. */
export async function executeLone(step: Step, context: LoneContext): Promise<void> {
  let isBegun = false;
  try {
    for (const [index, statement] of step.sql.entries()) {
      // What has begun to commit by itself is finished, unless it can be taken back: no plan starts from the middle of a step. Rounds leave the schema as it was.
      const signal = isBegun && !step.leftovers ? context.lost : context.signal;
      await stopIfAborted(signal, context.op);
      await executeOne(statement, index === 0 ? step : undefined, { ...context, signal });
      // A check changes nothing.
      if (!statement.check && !statement.repeat) {
        isBegun = true;
        context.onHeld();
      }
      context.onDone();
    }
  } catch (error) {
    if (!context.lost.aborted) await takeBack(step, context);
    throw error;
  }
}

/** Whoever stopped it does not want to wait long; what stays is there for the next attempt to remove. */
async function takeBack(step: Step, { connection, settings, onEvent, onTakenBack }: LoneContext): Promise<void> {
  const removing = removeLeftovers(step, connection, { settings, patient: true }, onEvent);
  if (await removing.catch(() => false)) onTakenBack();
}

/** Before each attempt at its first statement, what another one left of the step goes. */
async function executeOne(statement: Statement, first: Step | undefined, context: LoneContext): Promise<void> {
  const { connection, op, settings, signal, onEvent } = context;
  const onProgress = (progress: StatementProgress) => onEvent?.({ type: 'within', ...progress });
  const options = { settings, signal, patient: true, onProgress };
  const persist = <T>(work: () => Promise<T>) =>
    withPatience(
      async () => {
        if (first) await removeLeftovers(first, connection, { settings, signal, patient: true }, onEvent);
        return work();
      },
      { patience: connection.patience, op, signal, onEvent },
    );
  if (!statement.repeat) {
    await persist(() => executeChecked(connection, statement, op, options));
    return;
  }
  let isHeld = false;
  await executeRounds(connection, statement, op, options, {
    persist,
    onRound: (done) => {
      if (done > 0 && !isHeld) context.onHeld();
      isHeld = done > 0;
      onEvent?.({ type: 'within', done, noun: 'row' });
    },
  });
}
