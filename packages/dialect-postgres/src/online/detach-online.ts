import type { Address, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { locksTable } from '../hazards.js';
import { tiedLeaving } from '../kinds/table/along.js';
import { alterTable } from '../kinds/table/alter.js';
import { isDetaching } from '../kinds/table/detaching.js';
import type { TableSpec } from '../kinds/table/spec.js';
import type { TableDelta } from '../kinds/table/table-delta.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { look } from './attach-online.js';
import { boundCheck } from './bound-check.js';
import { waitsForOthers } from './waiting.js';

type Table = SchemaObject<TableSpec>;

/**
 * Takes a partition out of its table while others read and write both, where the server can: from 14 on, and not beside a DEFAULT partition. With a check of what its bound
 * demands the server adds none of its own. See https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION.
 */
export function detachOnline(
  table: Table,
  delta: TableDelta,
  context: RenderContext,
): readonly StepDraft[] | undefined {
  const { parent } = delta;
  const was = context.base.get(context.origin(table.address)) as Table | undefined;
  if (!parent || parent.bound === undefined || !was || isDetaching(was)) return undefined;
  const above = context.base.get(context.origin(parent.table)) as Table | undefined;
  if (!above || !context.server.features.has('pending-detachment') || isBesideDefault(above.address, context)) {
    return undefined;
  }
  const demanded = boundCheck(above.spec.partitionBy ?? '', parent.bound);
  if (demanded === undefined || was.spec.partitionBy !== undefined || table.spec.partitionBy !== undefined) {
    return undefined;
  }
  const [whole] = alterTable(table, [delta], context);
  if (!whole) return undefined;
  const { looks, unmarks } = look(table, table, demanded, `are those of its bound, before it leaves`);
  const locked = locksTable(shown(table), 'ACCESS EXCLUSIVE');
  return [
    ...looks,
    {
      ...whole,
      sql: [{ text: `ALTER TABLE ${qualifiedAt(parent.table)} DETACH PARTITION ${qualified(table)} CONCURRENTLY` }],
      hazards: [
        ...(whole.hazards ?? []).filter(({ class: of }) => of !== 'locks'),
        locked,
        ...tiedLeaving(table, parent, context),
      ],
      atomic: false,
      settings: waitsForOthers,
    },
    {
      summary: `settle what table ${shown(table)} had from the table above`,
      sql: [...unmarks, ...whole.sql.slice(1)],
      hazards: [locked],
      apart: true,
    },
  ];
}

function isBesideDefault(above: Address, { base }: RenderContext): boolean {
  return base.dependents(above).some(({ kind, spec }) => {
    const { parents = [] } = kind === 'table' ? (spec as TableSpec) : {};
    return parents.some(({ table, bound }) => table === above && bound === 'DEFAULT');
  });
}
