/**
 * Has a sequence go on where another stands, both given as SQL for their names; the other one is to go. The server tells the last number only of one that has given any:
 * what another begins with (RESTART WITH) is told by asking it for a number.
 */
export function moveCounter(to: string, from: string): string {
  const last = `(SELECT pg_catalog.pg_sequence_last_value(${from}) AS value OFFSET 0) AS last`;
  return `SELECT pg_catalog.setval(${to}, coalesce(last.value, pg_catalog.nextval(${from})), last.value IS NOT NULL) FROM ${last}`;
}
