import type { Connection, ExecuteOptions } from '../contract/connection.js';
import type { Statement } from '../contract/statement.js';
import type { Batch, Step } from '../contract/step.js';
import { checkFailure } from './check-failure.js';
import { executeRounds } from './rounds.js';
import { stopIfAborted } from './stop-if-aborted.js';

/** Runs a batch without journal or gate; tells before each statement which step it is of. */
export async function execute(
  connection: Connection,
  batch: Batch,
  signal?: AbortSignal,
  onStatement?: (step: Step | undefined) => void,
): Promise<void> {
  const statements = batch.steps.flatMap((step) => step.sql);
  const steps = batch.steps.flatMap((step) => step.sql.map(() => step));
  if (batch.atomic && connection.atomically) {
    await connection.atomically(statements, {
      settings: batch.settings,
      ...(signal && { signal }),
      ...(onStatement && { onStatement: (index) => onStatement(steps[index]) }),
    });
    return;
  }
  for (const [index, statement] of statements.entries()) {
    await stopIfAborted(signal, 'prove');
    onStatement?.(steps[index]);
    await executeChecked(connection, statement, 'prove', { settings: batch.settings, ...(signal && { signal }) });
  }
}

/** Executes a statement; a check that returns rows throws. */
export async function executeChecked(
  connection: Connection,
  statement: Statement,
  op: string,
  options: ExecuteOptions,
): Promise<void> {
  if (statement.repeat) return executeRounds(connection, statement, op, options);
  if (!statement.check) return connection.execute(statement, options);
  const rows = await connection.query(statement, options);
  if (rows.length === 0) return;
  throw checkFailure(statement, rows, op);
}
