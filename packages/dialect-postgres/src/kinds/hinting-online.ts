import type { Address, Change, Delta, Hazard, ObjectKind, RenderContext } from '@sync/core';
import { buildingHints, rewritingHints } from '../hazards.js';

/** A kind whose hazards advise nobody to plan online who does: what is told even so is what the server does at once only. */
export function hintingOnline<S, D extends Delta>(kind: ObjectKind<S, D>): ObjectKind<S, D> {
  return {
    ...kind,
    render(change, context) {
      const drafts = kind.render(change, context);
      if ('impossible' in drafts || !isOnline(change, context)) return drafts;
      return drafts.map((draft) => (draft.hazards ? { ...draft, hazards: draft.hazards.map(hinting) } : draft));
    },
  };
}

/** Whether a change is made online; or one of something that has no way to be, of which some table is. */
function isOnline(change: Change, context: RenderContext): boolean {
  const object = change.verb === 'drop' ? change.from : change.to;
  const { references } = object.spec as { readonly references?: Address };
  const users = 'from' in change ? context.base.dependents(change.from.address) : [];
  return [object.address, object.parent, references, ...users.map(({ address }) => address)].some(
    (at) => at !== undefined && context.isOnline(at),
  );
}

const hints: Readonly<Record<string, string>> = {
  'builds-index': buildingHints['at-once'],
  'drops-index': 'Look in pg_stat_user_indexes whether anything uses it.',
  'rebuilds-materialized-view':
    'Run this when few read it, or change first what it reads, and its query in a later release.',
};

function hinting(hazard: Hazard): Hazard {
  const hint = hazard.hint === rewritingHints.online ? rewritingHints.column : hints[hazard.code];
  return hint === undefined ? hazard : { ...hazard, hint };
}
