import type { Address, Change, Hazard, ObjectKind, RenderContext } from '@sync/core';
import { hypertableAt } from './hypertable-kind.js';

/**
 * A kind that plans nothing online for a hypertable which the server does to it only at once: it builds no index concurrently there, and no trigger of it fires for all who
 * write, as one has to that fills a column beside the old one.
 */
export function atOnce(kind: ObjectKind): ObjectKind {
  return {
    ...kind,
    render(change, context) {
      const isIndex = kind.kind === 'index' || isKey(change);
      const refuses = (at: Address) => isHypertable(at, context) && (isIndex || isRetyped(at, context));
      const steps = kind.render(change, { ...context, isOnline: (at) => context.isOnline(at) && !refuses(at) });
      const { parent, address } = change.verb === 'drop' ? change.from : change.to;
      if ('impossible' in steps || !isHypertable(parent ?? address, context)) return steps;
      return steps.map((step) => (step.hazards ? { ...step, hazards: step.hazards.map(hinting) } : step));
    },
  };
}

function isHypertable(table: Address, { base, goal, origin }: RenderContext): boolean {
  return goal.has(hypertableAt(table)) || base.has(hypertableAt(origin(table)));
}

/** Whether a constraint stands on an index. */
function isKey(change: Change): boolean {
  const { type } = (change.verb === 'drop' ? change.from : change.to).spec as { readonly type?: unknown };
  return type === 'primary key' || type === 'unique' || type === 'exclusion';
}

function isRetyped(table: Address, { change }: RenderContext): boolean {
  const found = change(table);
  return found?.verb === 'alter' && found.deltas.some(({ type }) => type === 'change-type');
}

/** What PostgreSQL has to advise of planning online counts for no hypertable. */
const hints: Readonly<Record<string, string>> = {
  'builds-index':
    'An index that is not unique is built chunk by chunk by hand: CREATE INDEX … WITH (timescaledb.transaction_per_chunk), under the name that the desired state has; the next plan finds it there. Any other: run this when few write.',
  'drops-index': 'Look in pg_stat_user_indexes whether anything uses it.',
  'rewrites-table':
    'The server does this to a hypertable only at once: run it when few use it; or add a column, fill it chunk by chunk, and swap the two in a later release.',
};

function hinting(hazard: Hazard): Hazard {
  const hint = hints[hazard.code];
  return hint === undefined ? hazard : { ...hazard, hint };
}
