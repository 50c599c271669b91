import type { Change } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { RenderContext } from '../contract/kind.js';
import type { StepDraft } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { kindOf } from '../diff/kinds.js';
import { SyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { tearsDown } from './closure.js';
import type { GraphNode } from './graph.js';

/** One half of a change, rendered: what is taken down, or what is built. */
export interface PlanNode extends GraphNode {
  readonly half: 'teardown' | 'build';
  readonly change: Change;
  readonly drafts: readonly StepDraft[];
}

/** Phases break ties, where no edge says otherwise. */
const phases = { drop: 0, rename: 1, create: 2, alter: 2 } as const;

/** Renders each change into the one or two nodes that it consists of. What is in `apart` is taken down by itself even where its parent goes too. */
export function renderNodes(
  changes: readonly Change[],
  difference: Difference,
  driver: Driver,
  server: Server,
  apart: ReadonlySet<Address> = new Set(),
): readonly PlanNode[] {
  const byAddress = new Map<Address, Change>();
  for (const change of changes) if (change.verb !== 'rename') byAddress.set(change.address, change);
  const { base, goal } = difference;
  const context: RenderContext = {
    server,
    dialect: driver.dialect,
    base,
    goal,
    change: (address) => byAddress.get(address),
  };
  const takenDown = new Set(changes.flatMap((change) => (tearsDown(change) ? [change.from.address] : [])));
  return changes.flatMap((change) => {
    const nodes: PlanNode[] = [];
    const own = (object: SchemaObject) => apart.has(object.address) || !goesWithParent(object, takenDown, base);
    if (tearsDown(change) && own(change.from)) nodes.push(teardown(change, driver, context));
    if (change.verb !== 'drop') nodes.push(build(change, driver, context));
    return nodes;
  });
}

/** Whether the teardown of an object is that of something it lies in. */
function goesWithParent(object: SchemaObject, takenDown: ReadonlySet<Address>, base: Catalogue): boolean {
  for (let parent = object.parent; parent; parent = base.get(parent)?.parent) {
    if (takenDown.has(parent)) return true;
  }
  return false;
}

function teardown(
  change: Extract<Change, { verb: 'drop' | 'replace' }>,
  driver: Driver,
  context: RenderContext,
): PlanNode {
  const { address, kind, from } = change;
  const drafts = render({ id: change.id, kind, address, verb: 'drop', from }, change, driver, context);
  return { id: `${change.id} ↓`, phase: phases.drop, key: address, half: 'teardown', change, drafts };
}

function build(change: Exclude<Change, { verb: 'drop' }>, driver: Driver, context: RenderContext): PlanNode {
  const { id, kind, address } = change;
  const single = change.verb === 'replace' ? ({ id, kind, address, verb: 'create', to: change.to } as const) : change;
  const drafts = render(single, change, driver, context);
  return { id: `${id} ↑`, phase: phases[single.verb], key: address, half: 'build', change, drafts };
}

function render(
  single: Exclude<Change, { verb: 'replace' }>,
  whole: Change,
  driver: Driver,
  context: RenderContext,
): readonly StepDraft[] {
  const drafts = kindOf(driver, single.kind).render(single, context);
  if (!('impossible' in drafts)) return drafts;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'plan',
    message: `cannot ${whole.verb} ${whole.address}: ${drafts.impossible}`,
    ...(drafts.hint !== undefined && { hint: drafts.hint }),
    details: { change: whole.id },
  });
}
