import type { Address, SchemaObject, ServeContext, Served } from '@sync/core';
import { mentionsColumn } from '../../text/rename-in.js';
import { columnsInOrder, type TableSpec } from '../table/spec.js';
import type { ConstraintSpec } from './spec.js';

type Constraint = SchemaObject<ConstraintSpec>;

/** What both shapes ask for, and what the old one asks of columns that the new one does not have. What only the new one asks for waits until all writers know of it. */
export function serveBothConstraints(
  from: Constraint | undefined,
  to: Constraint | undefined,
  { base, goal }: ServeContext,
): Served {
  if (!from) return { object: to?.parent && base.has(to.parent) ? undefined : to };
  if (to || from.spec.type === 'primary key') return { object: from };
  const [before, after] = [columnsOf(from.parent, base), columnsOf(from.parent, goal)];
  const isOfOld = [...before].some((name) => !after.has(name) && mentionsColumn(from.spec.definition, name));
  return { object: isOfOld ? from : undefined };
}

function columnsOf(at: Address | undefined, state: ServeContext['base']): ReadonlySet<string> {
  const table = at && (state.get(at) as SchemaObject<TableSpec> | undefined);
  return new Set(table?.kind === 'table' ? columnsInOrder(table).map(({ name }) => name) : []);
}
