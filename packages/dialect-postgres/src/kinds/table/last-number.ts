import type { Hazard, RenderContext, SchemaObject } from '@sync/core';
import { DefinitionReader } from '../../documents/reader.js';
import { looksForLast } from '../../hazards.js';
import { shown } from '../../text/qualified.js';
import type { ConstraintSpec } from '../constraint/spec.js';
import type { IndexSpec } from '../index/spec.js';
import type { ColumnSpec, TableSpec } from './spec.js';

type Changes = Pick<RenderContext, 'base' | 'goal' | 'change' | 'origin'>;

/** What it comes to that the numbers of a column are looked at for the last one, under the lock that the identity is added with: nothing, where an index knows it. */
export function lookingForLast(
  table: SchemaObject<TableSpec>,
  column: ColumnSpec,
  context: Changes,
): readonly Hazard[] {
  const { base, goal, change, origin } = context;
  if (!base.has(origin(table.address))) return [];
  const isKnown = goal
    .children(table.address)
    .some(
      (each) => base.has(origin(each.address)) && change(each.address) === undefined && beginsWith(each, column.name),
    );
  return isKnown ? [] : [looksForLast(shown(table), column.name)];
}

/** Whether an index of all rows, in the order of their values, begins with a column. */
function beginsWith({ kind, spec }: SchemaObject, column: string): boolean {
  if (kind === 'postgres/constraint') {
    const { type, definition } = spec as ConstraintSpec;
    const reader = new DefinitionReader(definition);
    const isKey = type === 'primary key' || type === 'unique';
    return isKey && (reader.accept('PRIMARY', 'KEY') || reader.accept('UNIQUE')) && reader.names()?.[0] === column;
  }
  if (kind !== 'index') return false;
  const { definition, only } = spec as IndexSpec;
  const reader = new DefinitionReader(definition);
  return !only && reader.accept('USING', 'btree') && reader.names()?.[0] === column && !mayBePartial(definition);
}

/** A name that reads so is taken for a condition: then the hazard is told for nothing. */
function mayBePartial(definition: string): boolean {
  return /\bWHERE\b/.test(definition);
}
