import type { Change, Delta, ObjectKind, RenderContext, SchemaObject } from '@sync/core';
import type { ConstraintSpec } from './constraint/spec.js';
import type { TableSpec } from './table/spec.js';

type Rendered = Exclude<Change, { verb: 'replace' }>;

/** A kind whose steps say how many locks a transaction holds for them until it ends: the server has room for so many in all. */
export function countingLocks<S, D extends Delta>(kind: ObjectKind<S, D>): ObjectKind<S, D> {
  return {
    ...kind,
    render(change, context) {
      const drafts = kind.render(change, context);
      if ('impossible' in drafts) return drafts;
      const locks = locksOf(change, context);
      return drafts.map((draft) => ({ ...draft, locks }));
    },
  };
}

function locksOf(change: Rendered, { base }: RenderContext): number {
  if (change.verb === 'drop') return heldByDrop(change.from) + sum(base.children(change.address).map(heldByDrop));
  return change.verb === 'create' ? heldByCreation(change.to) : 1;
}

function heldByCreation({ kind, spec }: SchemaObject): number {
  switch (kind) {
    case 'table': {
      const { columns = [] } = spec as TableSpec;
      // A table, where its long values lie, and their index.
      return 3 + columns.filter(({ identity }) => identity !== undefined).length;
    }
    case 'postgres/constraint':
      // The tables on either side may have been there before.
      return (spec as ConstraintSpec).type === 'foreign key' ? 3 : 2;
    case 'index':
    case 'view':
    case 'postgres/trigger':
      return 2;
    default:
      return 1;
  }
}

/** Whatever goes along with something is locked before it goes, types, defaults and triggers of the server's own among it. */
function heldByDrop({ kind, spec }: SchemaObject): number {
  switch (kind) {
    case 'table': {
      const { columns = [] } = spec as TableSpec;
      const defaults = columns.filter(
        (column) => column.default !== undefined || column.generated !== undefined,
      ).length;
      const counters = columns.filter(({ identity }) => identity !== undefined).length;
      return 5 + columns.filter(({ notNull }) => notNull).length + defaults + 2 * counters;
    }
    case 'postgres/constraint': {
      const { type } = spec as ConstraintSpec;
      return type === 'foreign key' ? 6 : type === 'check' ? 1 : 2;
    }
    case 'view':
    case 'postgres/materialized-view':
      return 6;
    default:
      return 2;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
