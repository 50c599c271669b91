import type { Driver } from '../contract/driver.js';
import type { Ref } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { kindOf } from '../diff/kinds.js';
import { type Address, partsOf } from '../model/address.js';
import type { SchemaObject } from '../model/object.js';
import { OrderGraph } from './graph.js';
import type { PlanNode } from './render.js';

/** Puts the halves of all changes into an order that a server accepts. */
export function orderNodes(nodes: readonly PlanNode[], difference: Difference, driver: Driver): readonly PlanNode[] {
  const graph = new OrderGraph<PlanNode>();
  for (const node of nodes) graph.add(node);
  const places = new Places(nodes);
  for (const node of nodes) {
    if (node.half === 'teardown') teardownEdges(node, graph, places, difference);
    else buildEdges(node, graph, places, difference);
    for (const draft of node.drafts) {
      for (const ref of draft.after ?? []) graph.edge(places.find(ref), node.id);
      for (const ref of draft.before ?? []) graph.edge(node.id, places.find(ref));
    }
  }
  nameEdges(nodes, graph, driver);
  return graph.order();
}

/** Where the halves of each object are, by the address that the object has in the base and in the goal. */
class Places {
  readonly teardown = new Map<Address, PlanNode>();
  /** The last half that builds or alters the object at an address of the goal. */
  readonly build = new Map<Address, PlanNode>();
  /** The first half that touches an object in place, at its address of the base. */
  readonly touch = new Map<Address, PlanNode>();
  readonly rename = new Map<Address, PlanNode>();

  constructor(nodes: readonly PlanNode[]) {
    for (const node of nodes) {
      const { change } = node;
      if (node.half === 'teardown') this.teardown.set(change.address, node);
      else if (change.verb === 'rename') {
        this.rename.set(change.address, node);
        this.touch.set(change.from.address, node);
        if (!this.build.has(change.address)) this.build.set(change.address, node);
      } else {
        this.build.set(change.address, node);
        if (change.verb === 'alter') this.touch.set(change.address, node);
      }
    }
  }

  find({ verb, address }: Ref): string | undefined {
    if (verb === 'drop') return this.teardown.get(address)?.id;
    if (verb === 'rename') return this.rename.get(address)?.id;
    return this.build.get(address)?.id;
  }
}

/** A teardown comes before the teardown of what the object needs, and before what it needs is altered. */
function teardownEdges(node: PlanNode, graph: OrderGraph<PlanNode>, places: Places, { base }: Difference): void {
  const from = base.get(node.change.address);
  if (!from) return;
  graph.edge(node.id, places.build.get(node.change.address)?.id);
  for (const need of needsOf(from)) {
    graph.edge(node.id, places.teardown.get(need)?.id);
    graph.edge(node.id, places.touch.get(need)?.id);
  }
}

/** A build comes after the builds of what the object needs; an object that lets go of another does so before that one goes. */
function buildEdges(node: PlanNode, graph: OrderGraph<PlanNode>, places: Places, { base, goal }: Difference): void {
  const { change } = node;
  const rename = places.rename.get(change.address);
  if (rename !== node) graph.edge(rename?.id, node.id);
  const to = goal.get(change.address);
  if (!to || (change.verb === 'rename' && places.build.get(change.address) !== node)) return;
  const altered = change.verb === 'alter' || change.verb === 'rename';
  for (const need of needsOf(to)) {
    const other = places.build.get(need);
    // Two objects that are both there already can be altered in either order where they must.
    graph.edge(
      other?.id,
      node.id,
      altered && other !== undefined && other.change.verb !== 'create' && other.change.verb !== 'replace',
    );
  }
  if (change.verb !== 'alter') return;
  const before = base.get(change.address);
  for (const need of before ? needsOf(before) : []) {
    if (!to.needs.includes(need)) graph.edge(node.id, places.teardown.get(need)?.id);
  }
}

function needsOf(object: SchemaObject): readonly Address[] {
  return object.parent ? [object.parent, ...object.needs] : object.needs;
}

/** A name is free only once the object that had it in the same namespace is gone. */
function nameEdges(nodes: readonly PlanNode[], graph: OrderGraph<PlanNode>, driver: Driver): void {
  const key = (kind: string, address: Address) => {
    const { parts } = partsOf(address);
    return JSON.stringify([kindOf(driver, kind).namespace ?? kind, ...parts]);
  };
  const freed = new Map<string, PlanNode>();
  for (const node of nodes) {
    if (node.half === 'teardown') freed.set(key(node.change.kind, node.change.address), node);
    else if (node.change.verb === 'rename') freed.set(key(node.change.kind, node.change.from.address), node);
  }
  for (const node of nodes) {
    if (node.half === 'build' && node.change.verb !== 'alter') {
      graph.edge(freed.get(key(node.change.kind, node.change.address))?.id, node.id);
    }
  }
}
