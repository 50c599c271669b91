import type { Change } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { StepDraft } from '../contract/step.js';
import { companionsIn, inPlaceOf, isPlace, whereCompanionGoes } from '../diff/along.js';
import type { Difference } from '../diff/difference.js';
import { kindOf, nameKeys } from '../diff/kinds.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { originsOf, survives } from './closure.js';
import { OrderGraph } from './graph.js';
import { isKept } from './left-alone.js';
import { Places } from './places.js';
import type { PlanNode } from './render.js';
import { supplantersIn } from './supplanted.js';

/** Nodes in an order that a server accepts, with what may come only after each; or a circle of nodes of which each waits for the one before, with all such circles. */
export type Arrangement =
  | { readonly nodes: readonly PlanNode[]; followersOf(id: string): Iterable<string> }
  | { readonly entangled: readonly string[]; readonly circles: readonly (readonly PlanNode[])[] };

/** Puts the halves of all changes into an order that a server accepts, where there is one. */
export function orderNodes(
  nodes: readonly PlanNode[],
  difference: Difference,
  driver: Driver,
  server: Server,
): Arrangement {
  const graph = new OrderGraph<PlanNode>();
  for (const node of nodes) graph.add(node);
  const places = new Places(nodes, difference);
  const supplanters = supplantersIn(difference, driver);
  const lives = (object: SchemaObject, change: Change) => {
    const kept = isKept(object.address, difference);
    return survives(object, change, driver, { server, kept, origin: originsOf(difference, kept) });
  };
  for (const node of nodes) {
    if (node.half === 'teardown') teardownEdges(node, graph, places, difference, lives);
    else buildEdges(node, graph, places, difference, driver, supplanters);
    for (const draft of node.drafts) {
      for (const ref of draft.after ?? []) graph.edge(places.find(ref)?.id, node.id);
      for (const ref of draft.preferAfter ?? []) graph.edge(places.find(ref)?.id, node.id, true);
      for (const ref of draft.before ?? []) {
        // Of two that each run ahead of what the other one does later, either may be the first.
        for (const { id, half } of places.allOf(ref))
          graph.edge(node.id, id, half === 'early' && node.half === 'early');
      }
      for (const ref of draft.preferBefore ?? []) for (const { id } of places.allOf(ref)) graph.edge(node.id, id, true);
    }
  }
  placeEdges(nodes, graph, places, difference, driver);
  nameEdges(nodes, graph, places, difference, driver);
  const ordering = graph.order();
  return 'nodes' in ordering ? { ...ordering, followersOf: (id) => graph.followersOf(id) } : ordering;
}

/** A teardown, with all that goes along, comes before the teardown of what the objects need, and before what they need is altered. */
function teardownEdges(
  node: PlanNode,
  graph: OrderGraph<PlanNode>,
  places: Places,
  { whole: { base } }: Difference,
  lives: (object: SchemaObject, change: Change) => boolean,
): void {
  if (node.change.verb === 'create') return;
  const build = places.build(node.change.address);
  if (node.change.verb === 'replace' || build?.change.verb !== 'alter') graph.edge(node.id, build?.id);
  for (const object of treeOf(node.change.from, base, places)) {
    for (const need of needsOf(object)) {
      graph.edge(node.id, places.teardown(need)?.id);
      const touch = places.touch(need);
      graph.edge(node.id, touch?.id, touch && lives(object, touch.change));
    }
  }
}

/** A build comes after the builds of what the object needs; an object that lets go of another does so before that one goes. */
function buildEdges(
  node: PlanNode,
  graph: OrderGraph<PlanNode>,
  places: Places,
  difference: Difference,
  driver: Driver,
  supplanters: ReadonlyMap<Address, SchemaObject>,
): void {
  const {
    whole: { base, goal },
    moved,
  } = difference;
  const { change } = node;
  graph.edge(places.rename(change.address)?.id, node.half === 'aside' ? undefined : node.id);
  if (change.verb === 'rename') graph.edge(places.aside(change.address)?.id, node.id);
  const whole = places.build(change.address);
  if (node.half === 'early') {
    graph.edge(node.id, whole?.id);
    // What can be built beside what is there is built before that goes.
    if (change.verb === 'replace') graph.edge(node.id, places.teardown(change.from.address)?.id);
  }
  // What is taken apart is altered once it is there, and before it goes.
  else graph.edge(whole?.id, change.verb === 'alter' || node.half === 'late' ? node.id : undefined);
  const ownTeardown = change.verb === 'alter' ? places.teardown(places.origin(change.address)) : undefined;
  if (ownTeardown?.change.verb === 'drop') graph.edge(node.id, ownTeardown.id);
  const to = change.verb === 'create' || change.verb === 'alter' ? change.to : goal.get(change.address);
  if (!to || change.verb === 'drop') return;
  const needed = (base.get(places.origin(change.address))?.needs ?? []).map((need) => moved.get(need) ?? need);
  const present = change.verb === 'alter' || change.verb === 'rename';
  // What runs ahead of something makes way for it, whatever the rest of its change needs.
  const ahead = new Set(node.half === 'early' ? node.drafts.flatMap(aheadOf) : []);
  for (const need of needsOf(to)) {
    if (ahead.has(need)) continue;
    const other = places.build(need);
    // What is there already can change before what needs it comes, or after it, where it must; but what it did not need before has to bear its new name by then.
    const bothPresent =
      other?.change.verb === 'alter'
        ? present || change.verb === 'create'
        : present && other?.change.verb === 'rename' && needed.includes(need);
    // A rename does not care what its object will need once it is altered, but for where it is to be; two objects that are there already can change in either order where they must.
    if (change.verb === 'rename' && need !== to.parent) {
      if (isPlace(need, driver)) graph.edge(other?.id, node.id);
      continue;
    }
    graph.edge(other?.id, node.id, bothPresent && need !== to.parent);
  }
  if (change.verb === 'rename') leavingEdges(node, graph, places, difference, driver);
  if (change.verb !== 'alter') return;
  const kept = new Set(to.needs);
  for (const need of base.get(places.origin(change.address))?.needs ?? []) {
    if (kept.has(moved.get(need) ?? need)) continue;
    // It does not let go of what another object takes the place of; who drops that sees to it.
    const other = supplanters.get(need)?.address;
    graph.edge(node.id, places.teardown(need)?.id, other !== undefined && kept.has(other));
  }
}

/** What goes to another place does so before the old one goes, and before what goes along is called otherwise there. What says the names of others is renamed by those that they had. */
function leavingEdges(
  { id, change }: PlanNode,
  graph: OrderGraph<PlanNode>,
  places: Places,
  { whole: { base }, moved }: Difference,
  driver: Driver,
): void {
  const object = base.get(places.origin(change.address));
  if (!object) return;
  const there = whereCompanionGoes(object, moved, driver);
  graph.edge(there && places.rename(there)?.id, id);
  const saysOthers = kindOf(driver, change.kind).bareName !== undefined;
  for (const need of object.needs) {
    const to = moved.get(need) ?? need;
    if (isPlace(need, driver)) graph.edge(id, places.teardown(need)?.id);
    else if (saysOthers) graph.edge(id, places.rename(to)?.id, true);
  }
}

/**
 * What is in a place is called by the old name of that until it has the new one: what goes does so before, unless something that stays lets go of it under the new name,
 * and all else comes after.
 */
function placeEdges(
  nodes: readonly PlanNode[],
  graph: OrderGraph<PlanNode>,
  places: Places,
  { whole: { base, goal }, origins }: Difference,
  driver: Driver,
): void {
  for (const place of nodes) {
    const { address, verb } = place.change;
    if (verb !== 'rename' || !isPlace(address, driver)) continue;
    const comesFrom = (change: Change) => change.verb === 'rename' && liesIn(change.from, places.origin(address), base);
    const came = (at: Address) => origins.has(at) && liesIn(goal.get(at), address, goal);
    for (const node of nodes) {
      const { change, half } = node;
      if (change.address === address) continue;
      if (half === 'teardown') {
        const from = change.verb === 'create' ? undefined : change.from;
        if (!liesIn(from, places.origin(address), base)) continue;
        if (node.called) graph.edge(place.id, node.id);
        else graph.edge(node.id, place.id);
      } else if (
        change.verb !== 'drop' &&
        (comesFrom(change) || came(change.address) || needsOf(change.to).some(came))
      ) {
        graph.edge(place.id, node.id);
      }
    }
  }
}

function liesIn(object: SchemaObject | undefined, place: Address, within: Catalogue): boolean {
  if (!object || object.parent === place || object.needs.includes(place)) return object !== undefined;
  return object.parent !== undefined && liesIn(within.get(object.parent), place, within);
}

/** An object with all that goes along when it is taken down. */
function* treeOf(object: SchemaObject, base: Catalogue, places: Places): Iterable<SchemaObject> {
  yield object;
  for (const child of base.children(object.address)) {
    if (!places.isTakenDown(child.address)) yield* treeOf(child, base, places);
  }
}

function aheadOf({ before = [] }: StepDraft): readonly Address[] {
  return before.map(({ address }) => address);
}

function needsOf(object: SchemaObject): readonly Address[] {
  return object.parent ? [object.parent, ...object.needs] : object.needs;
}

/** A name is free only once the object that had it in the same namespace is gone, by itself or with what it lay in. */
function nameEdges(
  nodes: readonly PlanNode[],
  graph: OrderGraph<PlanNode>,
  places: Places,
  { whole: { base }, moved }: Difference,
  driver: Driver,
): void {
  const keys = (kind: string, address: Address) => nameKeys(kind, address, driver);
  const companions = companionsIn(base, driver);
  const goingAlong = ({ change }: PlanNode) => {
    const from = change.verb === 'rename' ? places.origin(change.address) : undefined;
    return from === undefined ? [] : companions(from).filter((each) => whereCompanionGoes(each, moved, driver));
  };
  const freed = new Map<string, PlanNode>();
  const free = (kind: string, address: Address, by: PlanNode) => {
    for (const key of keys(kind, address)) freed.set(key, by);
  };
  const wait = (kind: string, address: Address, id: string) => {
    for (const key of keys(kind, address)) graph.edge(freed.get(key)?.id, id);
  };
  for (const node of nodes) {
    const { change } = node;
    if (change.verb === 'rename') {
      free(change.kind, change.from.address, places.aside(change.address) ?? node);
      for (const { kind, address } of goingAlong(node)) free(kind, address, node);
    } else if (node.half === 'teardown' && change.verb !== 'create') {
      for (const { kind, address } of treeOf(change.from, base, places)) {
        free(kind, node.called?.get(address) ?? address, node);
      }
    }
  }
  for (const node of nodes) {
    if (node.half === 'build' && node.change.verb !== 'alter') {
      wait(node.change.kind, node.change.address, node.id);
      for (const { kind, address } of goingAlong(node)) {
        wait(kind, inPlaceOf(address, node.change.address), node.id);
      }
    }
  }
}
