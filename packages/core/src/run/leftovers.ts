import type { Connection, ExecuteOptions } from '../contract/connection.js';
import type { Step } from '../contract/step.js';
import type { RunEvent } from './report.js';

/** Removes what an earlier attempt at a step left behind; true where there was something. */
export async function removeLeftovers(
  { leftovers, summary }: Step,
  connection: Connection,
  options: ExecuteOptions,
  onEvent: ((event: RunEvent) => void) | undefined,
): Promise<boolean> {
  if (!leftovers || (await connection.query(leftovers.find, options)).length === 0) return false;
  for (const statement of leftovers.remove) await connection.execute(statement, options);
  onEvent?.({ type: 'warning', message: `removed what a failed attempt had left: ${summary}` });
  return true;
}
