import type { Ref } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { PlanNode } from './render.js';

/** Where the halves of each object are: teardowns by the address in the base, builds by the address in the goal. */
export class Places {
  private readonly teardowns = new Map<Address, PlanNode>();
  private readonly builds = new Map<Address, PlanNode>();
  private readonly touches = new Map<Address, PlanNode>();
  private readonly renames = new Map<Address, PlanNode>();
  private readonly early = new Map<Address, PlanNode>();
  private readonly asides = new Map<Address, PlanNode>();
  private readonly base: Catalogue;
  private readonly origins: ReadonlyMap<Address, Address>;

  constructor(nodes: readonly PlanNode[], { whole, origins }: Difference) {
    this.base = whole.base;
    this.origins = origins;
    for (const node of nodes) {
      const { change } = node;
      if (node.half === 'early') this.early.set(change.address, node);
      if (node.half === 'early' || node.half === 'late') continue;
      if (node.half === 'teardown' && change.verb !== 'create') this.teardowns.set(change.from.address, node);
      else if (node.half === 'aside') this.asides.set(change.address, node);
      else if (change.verb === 'rename') {
        this.renames.set(change.address, node);
        this.touches.set(change.from.address, this.asides.get(change.address) ?? node);
        if (!this.builds.has(change.address)) this.builds.set(change.address, node);
      } else {
        this.builds.set(change.address, node);
        const at = this.origin(change.address);
        if (change.verb === 'alter' && !this.touches.has(at)) this.touches.set(at, node);
      }
    }
  }

  /** Where the object at an address of the goal was in the base. */
  origin(at: Address): Address {
    return this.origins.get(at) ?? at;
  }

  /** Whether the object at an address of the base is taken down by itself. */
  isTakenDown(of: Address): boolean {
    return this.teardowns.has(of);
  }

  /** What takes down the object at an address of the base: its own teardown, or that of what it lies in. */
  teardown(of: Address): PlanNode | undefined {
    for (let at: Address | undefined = of; at; at = this.base.get(at)?.parent) {
      const node = this.teardowns.get(at);
      if (node) return node;
    }
    return undefined;
  }

  /** The last half that builds or alters the object at an address of the goal. */
  build(at: Address): PlanNode | undefined {
    return this.builds.get(at);
  }

  /** The first half that alters or renames the object at an address of the base. */
  touch(at: Address): PlanNode | undefined {
    return this.touches.get(at);
  }

  /** The half that gives an object its address of the goal. */
  rename(to: Address): PlanNode | undefined {
    return this.renames.get(to);
  }

  /** The half in which an object that is to have an address of the goal leaves its own name, where it goes by way of another one. */
  aside(to: Address): PlanNode | undefined {
    return this.asides.get(to);
  }

  /** The half that a step draft refers to. */
  find({ verb, address }: Ref): PlanNode | undefined {
    if (verb === 'drop') return this.teardown(address);
    if (verb === 'rename') return this.renames.get(address);
    return this.builds.get(address);
  }

  /** The half that a step draft refers to, with what can run before it by itself: what comes before the one comes before the other. */
  allOf(ref: Ref): readonly PlanNode[] {
    const early = ref.verb === 'drop' || ref.verb === 'rename' ? undefined : this.early.get(ref.address);
    return [this.find(ref), early].flatMap((node) => node ?? []);
  }
}
