import type { Catalogue, Hazard, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import type { TableSpec } from '../kinds/table/spec.js';

type Table = SchemaObject<TableSpec>;

/** The name of a check or NOT NULL that rows which are there need not satisfy, but every row that is written: what fills a column would stop at those. */
export function standingUnvalidated(table: Table, context: RenderContext): string | undefined {
  const { base, goal, origin } = context;
  return [...unvalidatedOn(base, origin(table.address)), ...unvalidatedOn(goal, table.address)].find(
    (name) => !name.startsWith(ours),
  );
}

/** What marks a fill demands nothing, and what an attempt that failed has left goes before the next one. */
const ours = 'schema_sync_';

/** Of a table and of those that have its columns from there. */
function unvalidatedOn(state: Catalogue, at: Table['address']): readonly string[] {
  const table = state.get(at);
  if (table?.kind !== 'table') return [];
  const nulls = (table as Table).spec.columns.flatMap(({ name, notNullConstraint: own }) =>
    own?.unvalidated ? [own.name ?? name] : [],
  );
  const checks = state.children(at).flatMap(({ kind, name, spec }) => {
    if (kind !== 'postgres/constraint') return [];
    const { type, unvalidated } = spec as ConstraintSpec;
    return type === 'check' && unvalidated ? [name] : [];
  });
  const parts = state.dependents(at).flatMap((each) => {
    if (each.kind !== 'table') return [];
    const { parents = [] } = each.spec as TableSpec;
    return parents.some((parent) => parent.table === at) ? unvalidatedOn(state, each.address) : [];
  });
  return [...nulls, ...checks, ...parts];
}

/** The steps of the way that asks nothing of rows that are there, telling what would have to be done for another. */
export function tellingWhatStands(
  steps: readonly StepDraft[],
  table: Table,
  context: RenderContext,
): readonly StepDraft[] {
  const name = standingUnvalidated(table, context);
  if (name === undefined) return steps;
  const why = `; in batches it would stop at rows that do not satisfy ${name}, until that is validated`;
  const told = (hazard: Hazard) =>
    hazard.code === 'rewrites-table' ? { ...hazard, message: hazard.message + why } : hazard;
  return steps.map((step) => (step.hazards ? { ...step, hazards: step.hazards.map(told) } : step));
}
