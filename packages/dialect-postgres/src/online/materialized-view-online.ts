import { type Address, address, partsOf, type RenderContext, type SchemaObject, type StepDraft } from '@sync/core';
import { fillsMaterializedView } from '../hazards.js';
import { type IndexSpec, printIndex } from '../kinds/index/spec.js';
import { materializedViewKind } from '../kinds/materialized-view-kind.js';
import { isFilled, printMaterializedView } from '../kinds/view/materialized.js';
import { inOrderOf } from '../kinds/view/row-calls.js';
import type { MaterializedViewSpec } from '../kinds/view/spec.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import { newName } from './marks.js';
import type { OnlineSteps } from './online-kind.js';
import { besideIndex } from './replaced.js';
import { quietly } from './waiting.js';

type MaterializedView = SchemaObject<MaterializedViewSpec>;

/** Fills a materialized view of another query, with its indexes, while the old one is read, which it then takes the place of. */
export const materializedViewOnline: OnlineSteps<MaterializedViewSpec> = (change, usual, context) => {
  if (change.verb !== 'create' || !isFilledBeside(change.address, context)) return usual;
  const view = change.to;
  const fresh = besideView(view.address);
  const indexes = context.goal
    .children(view.address)
    .filter((each): each is SchemaObject<IndexSpec> => each.kind === 'index')
    .map((index) => printIndex({ ...index, name: newName(index.name), parent: fresh }));
  const build: StepDraft = {
    summary: `build the new materialized view ${shown(view)}`,
    sql: [printMaterializedView(inOrderOf(view, context), qualifiedAt(fresh), true), ...indexes].map((text) => ({
      text,
    })),
    hazards: [fillsMaterializedView(shown(view))],
    apart: true,
    early: true,
    after: [{ verb: 'drop', address: fresh }],
  };
  const swap: StepDraft = {
    summary: `put the new materialized view ${shown(view)} in the place of the old one`,
    sql: [{ text: `ALTER MATERIALIZED VIEW ${qualifiedAt(fresh)} RENAME TO ${quoteName(view.name)}` }],
  };
  return [build, swap];
};

/** Gives the index of a materialized view that was filled beside another one its name. */
export function nameIndex(index: SchemaObject, usual: readonly StepDraft[]): readonly StepDraft[] {
  const fresh = besideIndex(index.address, newName);
  const text = `ALTER INDEX ${qualifiedAt(fresh)} RENAME TO ${quoteName(index.name)}`;
  return usual.map((draft, i) =>
    i === 0
      ? { ...quietly(draft), summary: `give index ${shown(index)} its name`, sql: [{ text }], hazards: [] }
      : draft,
  );
}

/** Whether the materialized view at this address can be filled before the old one goes: it was filled, and nothing that it reads asks it to go first. */
export function isFilledBeside(at: Address | undefined, context: RenderContext): boolean {
  const change = at === undefined ? undefined : context.change(at);
  if (at === undefined || change?.verb !== 'replace' || change.kind !== materializedViewKind.kind) return false;
  const { from, to } = change;
  if (from.address !== to.address || !context.isOnline(at) || !isFilled(from)) return false;
  if (context.goal.has(besideView(at))) return false;
  const survival = { server: context.server, kept: false, origin: context.origin };
  const stays = (need: Address) => {
    const other = context.change(need);
    if (other === undefined || other.verb === 'create') return true;
    return (
      other.verb === 'alter' && (materializedViewKind.survives?.(from as MaterializedView, other, survival) ?? true)
    );
  };
  return [...from.needs, ...to.needs].every(stays);
}

function besideView(at: Address): Address {
  const { kind, parts } = partsOf(at);
  return address(kind, ...parts.slice(0, -1), newName(parts.at(-1) ?? ''));
}
