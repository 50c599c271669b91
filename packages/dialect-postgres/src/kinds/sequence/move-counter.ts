import { beginning } from './other-bounds.js';
import type { SequenceSpec } from './spec.js';

/**
 * Has a sequence go on where another stands, both given as SQL for their names; the other one is to go. The server tells the last number only of one that has given any:
 * what another begins with (RESTART WITH) is told by asking it for a number.
 */
export function moveCounter(
  to: string,
  from: string,
  specs?: { readonly was: SequenceSpec; readonly is: SequenceSpec },
): string {
  const last = `(SELECT pg_catalog.pg_sequence_last_value(${from}) AS value OFFSET 0) AS last`;
  const next = `pg_catalog.nextval(${from})`;
  const value = specs ? beginning(next, specs.was, specs.is) : next;
  return `SELECT pg_catalog.setval(${to}, coalesce(last.value, ${value}), last.value IS NOT NULL) FROM ${last}`;
}
