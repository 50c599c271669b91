import type { Address, Catalogue, Hazard, RenderContext, SchemaObject } from '@sync/core';
import type { LockMode } from '../../effects/lock-modes.js';
import { locksTable } from '../../hazards.js';
import { shown } from '../../text/qualified.js';
import { mentionsColumn } from '../../text/rename-in.js';
import type { TableSpec } from '../table/spec.js';
import { isUnenforced } from './enforcement.js';
import { splitForeignKey } from './foreign-key.js';
import { referredFrom, referringTo } from './referring-to.js';
import type { ConstraintSpec } from './spec.js';

type Constraint = SchemaObject<ConstraintSpec>;

/** What is told of the other tables of the foreign keys that stand on a column of a table while that gets another type: the server makes them anew. */
export function lockedWithColumn(table: Address, column: string, context: RenderContext): readonly Hazard[] {
  const stays = (each: SchemaObject): each is Constraint =>
    each.kind === 'postgres/constraint' &&
    !['drop', 'replace', 'create'].includes(context.change(each.address)?.verb ?? '');
  const keys = [...context.goal.children(table), ...context.goal.dependents(table)].filter(stays);
  const others = keys.flatMap((each): readonly (readonly [Address, LockMode])[] => {
    const { references, definition } = each.spec;
    const { parent } = each;
    if (references === undefined || parent === undefined || references === parent) return [];
    const { own, target } = splitForeignKey(definition);
    if (parent === table) {
      // One that nobody enforces has no triggers on the other table that would go.
      const mode = isUnenforced(each) ? 'SHARE ROW EXCLUSIVE' : 'ACCESS EXCLUSIVE';
      return mentionsColumn(own, column) ? [[references, mode]] : [];
    }
    return references === table && mentionsColumn(target, column) ? [[parent, 'ACCESS EXCLUSIVE']] : [];
  });
  return [...new Map(others)].map(([at, mode]) => locksTable(shown({ address: at }), mode));
}

/** The tables that foreign keys tie to a table, or to one that it is or becomes a part of: what they refer to, and what refers to them. */
export function tiedTo(
  table: Address,
  wholes: Catalogue,
  { base, origin }: Pick<RenderContext, 'base' | 'origin'>,
): readonly Address[] {
  const found = [table, ...wholesOf(table, wholes)].flatMap((each) => {
    const was = origin(each);
    return [...referringTo(was, base), ...referredFrom(was, base)];
  });
  return [...new Set(found)].filter((each) => each !== origin(table));
}

function wholesOf(table: Address, state: Catalogue): readonly Address[] {
  const { parents = [] } = (state.get(table)?.spec ?? {}) as Partial<TableSpec>;
  return parents.flatMap((above) => (above.bound === undefined ? [] : [above.table, ...wholesOf(above.table, state)]));
}
