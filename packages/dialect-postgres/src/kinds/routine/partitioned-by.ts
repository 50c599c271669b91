import type { Address, Impossible, RenderContext, SchemaObject } from '@sync/core';
import { schemaOf } from '../../schema-of.js';
import { shown } from '../../text/qualified.js';
import { renameBroughtIn } from '../../text/rename-in.js';
import { byANewTable } from '../table/partition-key.js';
import type { TableSpec } from '../table/spec.js';
import { isStanding } from '../type/uses.js';
import type { CountedText } from './default-callers.js';
import { bareName, type RoutineSpec } from './spec.js';

/** Why something cannot be dropped and created again where a table is partitioned by what calls it: the server lets go of no partition key. */
export function partitionedBy(of: Address, context: RenderContext, counts: CountedText): Impossible | undefined {
  for (const table of context.base.dependents(of)) {
    const { partitionBy } = table.spec as Partial<TableSpec>;
    if (table.kind !== 'table' || partitionBy === undefined || !counts(partitionBy)) continue;
    if (!isStanding(context)({ table: table as SchemaObject<TableSpec> })) continue;
    return {
      impossible: `table ${shown(table)} is partitioned by what calls it, and it has to be dropped and created again`,
      hint: byANewTable,
    };
  }
  return undefined;
}

/** Whether a text calls a function of this name. */
export function callsOf(routine: SchemaObject): CountedText {
  const names = [bareName(routine as SchemaObject<RoutineSpec>)];
  const moved = { names, from: [schemaOf(routine) ?? 'public'], to: ['pg_temp'] };
  return (text) => renameBroughtIn(text, moved) !== text;
}
