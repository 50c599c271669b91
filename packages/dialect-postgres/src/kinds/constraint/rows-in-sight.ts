import type { Address, RenderContext, SchemaObject, Statement } from '@sync/core';
import { seesAllRows } from '../../online/hidden-rows.js';
import type { TableSpec } from '../table/spec.js';
import { isUnenforced } from './enforcement.js';
import type { ConstraintSpec } from './spec.js';

/** The server asks for the rows of a foreign key as the role would: what policies hide from that breaks it unseen. What else it looks at it sees whole. */
export function rowsInSight(constraint: SchemaObject<ConstraintSpec>, context: RenderContext): readonly Statement[] {
  const { parent, spec } = constraint;
  if (spec.type !== 'foreign key' || spec.unvalidated || isUnenforced(constraint)) return [];
  const tables = new Set([parent, spec.references].filter((at): at is Address => at !== undefined));
  return [...tables].flatMap((at) => {
    const table = context.goal.get(at);
    return table?.kind === 'table' ? seesAllRows(table as SchemaObject<TableSpec>, context) : [];
  });
}
