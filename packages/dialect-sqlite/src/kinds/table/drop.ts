import type { RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { dropsTable } from '../../hazards.js';
import { foldName, quoteName } from '../../text/names.js';
import { withoutTable } from './dangling.js';
import { tablesThatReference } from './incoming.js';
import type { TableSpec } from './spec.js';

/** Drops a table. With foreign keys on, that would first delete its rows, and with them the rows of other tables that cascade from them. */
export function dropTable(object: SchemaObject<TableSpec>, context: RenderContext): StepDraft {
  const folded = foldName(object.name);
  const referenced =
    tablesThatReference(folded, context.base).length > 0 || object.spec.foreignKeys.some((key) => key.table === folded);
  return {
    summary: `drop table ${object.name}`,
    sql: [{ text: `DROP TABLE ${quoteName(object.name)}` }],
    ...(referenced && { settings: { 'sqlite/foreign_keys': 'off' } }),
    hazards: [dropsTable(object.name), ...withoutTable(object, context)],
  };
}
