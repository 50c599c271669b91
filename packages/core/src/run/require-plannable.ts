import type { Connection } from '../contract/connection.js';
import { SyncError } from '../errors.js';

/** Refuses a database for which nothing is ever planned, before it is read: a plan would show what nobody is to run. */
export function requirePlannable({ unplanned }: Pick<Connection, 'unplanned'>): void {
  if (!unplanned) return;
  const { message, hint } = unplanned;
  throw new SyncError({ code: 'UNSUPPORTED', op: 'plan', message: `${message}. Nothing was touched`, hint });
}
