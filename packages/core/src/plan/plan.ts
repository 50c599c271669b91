import type { Change } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Batch } from '../contract/step.js';
import { diff, invert, removal } from '../diff/diff.js';
import type { Difference } from '../diff/difference.js';
import { isSyncError, SyncError } from '../errors.js';
import { type Address, byCodeUnit } from '../model/address.js';
import { type Catalogue, createCatalogue, emptyCatalogue } from '../model/catalogue.js';
import { type Hash, hashOf, hashText } from '../model/hash.js';
import { canonicalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import { foldBatches } from './batch.js';
import { closeGaps } from './close-gaps.js';
import { closeOverDependents, tearsDown } from './closure.js';
import { gapsOf, openGaps, tellGaps } from './gaps.js';
import { circleError } from './graph.js';
import { loosenCircles } from './loosen.js';
import { onlineOn } from './online.js';
import { type Arrangement, orderNodes } from './order.js';
import type { Irreversible, Lasting, Plan, Planner, PlanState, Proof } from './plan-format.js';
import { type PlanNode, type RenderOptions, renderNodes } from './render.js';
import { addressesOf, sidesOf, standingOn } from './standing.js';
import { wornBy } from './wear.js';

/** The default planner: the shortest way there that keeps the rows, and the way back. */
export const plan: Planner = (
  difference,
  { driver, server, reading, online = new Set(), wear = new Map(), isWayBack = false },
) => {
  const { base, goal, whole, unforetold, moved } = difference;
  const forth = route(difference, driver, server, { online, isWayBack, wear: (address) => wear.get(address) });
  const worn = wornBy(forth.nodes, wear);
  const wornAt = (address: Address) => worn.get(moved.get(address) ?? address);
  const inverted = () => invert(difference, { driver, server });
  const back = wayBack(() => route(inverted(), driver, server, { online, isWayBack: true, wear: wornAt }));
  const changes = [...forth.changes, ...back.changes];
  return sealPlan({
    format: 1,
    driver: driver.name,
    server: {
      product: server.product,
      version: server.version.join('.'),
      features: [...server.features].sort(byCodeUnit),
    },
    base: stateOf(base, whole.base, changes, new Map(), driver),
    goal: stateOf(goal, whole.goal, changes, unforetold, driver),
    reading,
    changes: forth.changes,
    inverse: back.changes,
    up: forth.batches,
    down: back.batches,
    ...(back.lasting && { lasting: back.lasting }),
    irreversible: [
      ...losses(forth.batches),
      ...(back.lasting
        ? [{ change: back.lasting.change, reason: `there is no way back: ${back.lasting.because}` }]
        : []),
    ],
  });
};

/** Where there is no way back, that is said of the way back, which nobody has asked for in so many words: the plan is refused, unless its kind knows that such a change lasts. */
function wayBack(render: () => Route): Route & { readonly lasting?: Lasting } {
  try {
    return render();
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'PLAN_IMPOSSIBLE') throw error;
    const { lasts, change } = error.details ?? {};
    if (lasts === true) {
      const { message: because, hint } = error;
      const lasting = { change: String(change), because, ...(hint !== undefined && { hint }) };
      return { changes: [], nodes: [], batches: [], lasting };
    }
    throw new SyncError({
      code: error.code,
      op: error.op,
      message: `there would be no way back: ${error.message}`,
      hint: 'A plan does only what it can take back: make this change by hand where it is to stay, and plan the rest.',
      ...(error.details && { details: error.details }),
      cause: error,
    });
  }
}

/** Gives a plan the hash of its content. What it says of its proof is part of that: nobody writes a proof into a plan by hand. */
export function sealPlan(content: Omit<Plan, 'id'>): Plan {
  return { ...content, id: hashText(canonicalJson(content)) };
}

/** The plan with what became of trying it. */
export function withProof(plan: Plan, proof: Proof): Plan {
  const { id, ...content } = plan;
  return sealPlan({ ...content, proof });
}

/** The plan with what it changes online, and why. */
export function withOnline(plan: Plan, online: Plan['online']): Plan {
  if (!online || plan.up.length === 0) return plan;
  const { id, ...content } = plan;
  return sealPlan({ ...content, online });
}

/** The plan whose way down is the way up of one that was made to take a run back, with that run. What has to be removed first is part of it. */
export function planBack(made: Plan, takesBack: string): Plan {
  const { id, ...content } = reversePlan(made);
  return sealPlan({ ...content, down: made.up, takesBack });
}

/** The same plan with the directions exchanged, and what was tried of each. Seed rows are no part of a way back: they stayed, and may have been changed since. */
export function reversePlan(plan: Plan): Plan {
  const { id, proof, seeds, takesBack, lasting, ...rest } = plan;
  return sealPlan({
    ...rest,
    ...(proof && { proof: reverseProof(proof) }),
    base: plan.goal,
    goal: plan.base,
    changes: plan.inverse,
    inverse: plan.changes,
    up: plan.down,
    down: plan.up.filter(({ seeds, sweeps }) => !seeds && !sweeps),
    irreversible: losses(plan.down),
  });
}

function reverseProof({ seeds, ...proof }: Proof): Proof {
  return { ...proof, up: proof.down, down: proof.up };
}

interface Route {
  readonly changes: readonly Change[];
  readonly batches: readonly Batch[];
  readonly nodes: readonly PlanNode[];
}

function route(
  difference: Difference,
  driver: Driver,
  server: Server,
  { online, ...how }: Pick<RenderOptions, 'wear' | 'isWayBack'> & { readonly online: ReadonlySet<Address> },
): Route {
  const isOnline = onlineOn(difference, online);
  const changes = closeOverDependents(difference, driver, server);
  return arrange(changes, difference, driver, server, { ...how, isOnline });
}

/** Puts changes into an order, and takes those apart that stand in the way of one. */
function arrange(
  changes: readonly Change[],
  difference: Difference,
  driver: Driver,
  server: Server,
  how: Pick<RenderOptions, 'isOnline' | 'wear' | 'fills' | 'isWayBack'> = {},
): Route {
  const inOrder = (all: readonly Change[], apart?: ReadonlySet<Address>, parts = false) =>
    orderNodes(renderNodes(all, difference, driver, server, { ...how, apart, parts }), difference, driver, server);
  const arranged = (all: readonly Change[], found: Ordered, inParts: () => Arrangement) => {
    const nodes = unbroken(found, inParts, difference, driver);
    const room = { lockRoom: server.lockRoom, gaps: gapsOf(nodes, difference) };
    return { changes: all, nodes, batches: foldBatches(nodes, driver, room) };
  };
  const first = inOrder(changes);
  if ('nodes' in first) return arranged(changes, first, () => inOrder(changes, undefined, true));
  const loosened = loosenCircles(changes, first.circles, difference.whole.goal, { driver, server });
  const all = loosened ?? changes;
  const second = loosened ? inOrder(all) : first;
  if ('nodes' in second) return arranged(all, second, () => inOrder(all, undefined, true));
  const children = childrenApart(all, difference);
  if (children.length === 0) throw circleError(second.entangled);
  // Two tables that refer to each other can only go once their references are gone.
  const apart = new Set(children.map(({ address }) => address));
  const third = inOrder([...all, ...children], apart);
  if ('entangled' in third) throw circleError(third.entangled);
  return arranged(all, third, () => inOrder([...all, ...children], apart, true));
}

type Ordered = Exclude<Arrangement, { readonly entangled: readonly string[] }>;

/** Nodes between which nothing is gone that comes back, as far as that can be, and the rest told. `inParts` finds an order with what can run early or late by itself. */
function unbroken(
  { nodes, followersOf }: Ordered,
  inParts: () => Arrangement,
  difference: Difference,
  driver: Driver,
): readonly PlanNode[] {
  const stillOpen = (all: readonly PlanNode[]) => openGaps(gapsOf(all, difference), all, foldBatches(all, driver));
  if (stillOpen(nodes).length === 0) return nodes;
  const parts = inParts();
  const found = 'nodes' in parts ? parts : { nodes, followersOf };
  const closed = closeGaps(found.nodes, found.followersOf, gapsOf(found.nodes, difference), difference);
  return tellGaps(closed, stillOpen(closed), driver);
}

/** The drops of what would go along with a parent, and needs something outside of it. */
function childrenApart(changes: readonly Change[], { whole: { base } }: Difference): readonly Change[] {
  const known = new Set(changes.map(({ address }) => address));
  const descend = (root: SchemaObject, parent: SchemaObject): readonly Change[] =>
    base.children(parent.address).flatMap((child) => {
      const entangled = child.needs.some((need) => need !== root.address) && !known.has(child.address);
      return [...(entangled ? [removal(child)] : []), ...descend(root, child)];
    });
  const drops = changes.flatMap((change) => (tearsDown(change) ? descend(change.from, change.from) : []));
  return [...new Map(drops.map((drop) => [drop.address, drop])).values()];
}

/** A state by its hashes, managed and left alone. */
function stateOf(
  managed: Catalogue,
  whole: Catalogue,
  changes: readonly Change[],
  unforetold: Difference['unforetold'],
  driver: Driver,
): PlanState {
  const objects: Record<Address, Hash> = {};
  for (const object of managed) objects[object.address] = hashOf(object);
  const state = { root: managed.root, objects };
  if (whole.size === managed.size) return state;
  const beside = [...whole].filter(({ address }) => !managed.has(address));
  const kept: Record<Address, Hash | null> = {};
  for (const object of standingOn(addressesOf(changes), beside, changes.flatMap(sidesOf), driver)) {
    kept[object.address] = unforetold.has(object.address) ? null : hashOf(object);
  }
  return Object.keys(kept).length > 0 ? { ...state, kept } : state;
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
  return arrange(difference.changes, difference, driver, server, { fills: true }).nodes;
}
