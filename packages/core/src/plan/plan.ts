import type { Change } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Batch } from '../contract/step.js';
import { changeId, diff, invert } from '../diff/diff.js';
import type { Difference } from '../diff/difference.js';
import { isSyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue, emptyCatalogue } from '../model/catalogue.js';
import { type Hash, hashOf, hashText } from '../model/hash.js';
import { canonicalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import { foldBatches } from './batch.js';
import { closeOverDependents, tearsDown } from './closure.js';
import { orderNodes } from './order.js';
import type { Irreversible, Plan, Planner, PlanState } from './plan-format.js';
import { type PlanNode, renderNodes } from './render.js';

/** The default planner: the shortest way there that keeps the rows, and the way back. */
export const plan: Planner = (difference, { driver, server, reading }) => {
  const forth = route(difference, driver, server);
  const back = route(invert(difference, { driver, server }), driver, server);
  return sealPlan({
    format: 1,
    driver: driver.name,
    server: { product: server.product, version: server.version.join('.') },
    base: stateOf(difference.base),
    goal: stateOf(difference.goal),
    reading,
    changes: forth.changes,
    inverse: back.changes,
    up: forth.batches,
    down: back.batches,
    irreversible: losses(forth.batches),
  });
};

/** Gives a plan the hash of its content. */
export function sealPlan(content: Omit<Plan, 'id'>): Plan {
  const { proof, ...rest } = content;
  return { ...content, id: hashText(canonicalJson(rest)) };
}

/** The same plan with the directions exchanged. */
export function reversePlan(plan: Plan): Plan {
  const { id, proof, ...rest } = plan;
  return sealPlan({
    ...rest,
    base: plan.goal,
    goal: plan.base,
    changes: plan.inverse,
    inverse: plan.changes,
    up: plan.down,
    down: plan.up,
    irreversible: losses(plan.down),
  });
}

interface Route {
  readonly changes: readonly Change[];
  readonly batches: readonly Batch[];
}

function route(difference: Difference, driver: Driver, server: Server): Route {
  const changes = closeOverDependents(difference, driver, server);
  const inOrder = (all: readonly Change[], apart?: ReadonlySet<Address>) =>
    orderNodes(renderNodes(all, difference, driver, server, apart), difference, driver, server);
  try {
    return { changes, batches: foldBatches(inOrder(changes), driver) };
  } catch (error) {
    const entangled = childrenApart(changes, difference);
    if (!isSyncError(error) || error.code !== 'PLAN_CYCLE' || entangled.size === 0) throw error;
    // Two tables that refer to each other can only go once their references are gone.
    const all = [...changes, ...entangled.values()];
    const apart = new Set(entangled.keys());
    return { changes, batches: foldBatches(inOrder(all, apart), driver) };
  }
}

/** The drops of what would go along with a parent, and needs something outside of it. */
function childrenApart(changes: readonly Change[], { base }: Difference): ReadonlyMap<Address, Change> {
  const known = new Map(changes.map((change) => [change.address, change]));
  const apart = new Map<Address, Change>();
  const descend = (root: SchemaObject, parent: SchemaObject) => {
    for (const child of base.children(parent.address)) {
      if (child.needs.some((need) => need !== root.address) && !known.has(child.address)) {
        const { address, kind } = child;
        apart.set(address, { id: changeId('drop', address), kind, address, verb: 'drop', from: child });
      }
      descend(root, child);
    }
  };
  for (const change of changes) if (tearsDown(change)) descend(change.from, change.from);
  return apart;
}

/** A state by its hashes. */
export function stateOf(catalogue: Catalogue): PlanState {
  const objects: Record<Address, Hash> = {};
  for (const object of catalogue) objects[object.address] = hashOf(object);
  return { root: catalogue.root, objects };
}

function losses(batches: readonly Batch[]): readonly Irreversible[] {
  return batches.flatMap((batch) =>
    batch.steps.flatMap((step) =>
      step.hazards
        .filter((hazard) => !hazard.reversible)
        .map((hazard) => ({ change: step.change, reason: hazard.message })),
    ),
  );
}

/** The ordered steps that build objects in an empty database. */
export function creationNodes(objects: Iterable<SchemaObject>, driver: Driver, server: Server): readonly PlanNode[] {
  const goal = createCatalogue(objects);
  const difference = diff(emptyCatalogue, goal, { driver, server });
  return orderNodes(renderNodes(difference.changes, difference, driver, server), difference, driver, server);
}
