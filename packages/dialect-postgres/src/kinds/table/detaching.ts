import type { SchemaObject } from '@sync/core';
import { quoteText } from '../../text/literal.js';
import type { TableLayout } from './spec.js';

/** Whether a DETACH PARTITION … CONCURRENTLY of a table was stopped halfway: its rows are not seen in the table above, and everything else is as it was. */
export function isDetaching({ layout }: SchemaObject): boolean {
  return (layout as unknown as Partial<TableLayout>).detaching === true;
}

/** Goes on with that; where nothing was begun, as where a plan is tried, it begins and ends here. `above` and `partition` are SQL. */
export function finishDetaching(above: string, partition: string): string {
  const detach = `ALTER TABLE ${above} DETACH PARTITION ${partition}`;
  const pending = `SELECT FROM pg_catalog.pg_inherits WHERE inhrelid = pg_catalog.to_regclass(${quoteText(partition)}) AND inhdetachpending`;
  return `DO ${quoteText(`BEGIN IF EXISTS (${pending}) THEN ${detach} FINALIZE; ELSE ${detach}; END IF; END`)}`;
}
