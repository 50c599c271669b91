import type { StepDraft } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { append } from '../model/append.js';
import type { Gap } from './gaps.js';
import { Heap } from './heap.js';
import { isKept } from './left-alone.js';
import type { PlanNode } from './render.js';

/**
 * The same nodes, in an order in which what comes back is gone for as short as can be: nothing is taken down before everything is done that can be done without, and
 * until it is back nothing is done but what that takes. What would commit by itself meanwhile commits with it. O((V + E) log V).
 */
export function closeGaps(
  nodes: readonly PlanNode[],
  followersOf: (id: string) => Iterable<string>,
  gaps: readonly Gap[],
  difference: Difference,
): readonly PlanNode[] {
  const closersOf = new Map<string, string[]>();
  // What is left alone comes back last, whatever else there is to do.
  const quick = gaps.filter(({ closer }) => !isKept(closer.change.address, difference));
  for (const { opener, closer } of quick) append(closersOf, opener.id, closer.id);
  const bound = withGround(nodes, followersOf, quick);
  return together(new Schedule(nodes, bound, closersOf).run(), closersOf);
}

/** What comes back waits for what it stood on to go, where it did so before. */
function withGround(
  nodes: readonly PlanNode[],
  followersOf: (id: string) => Iterable<string>,
  gaps: readonly Gap[],
): (id: string) => Iterable<string> {
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  const more = new Map<string, string[]>();
  for (const { closer, ground } of gaps) {
    for (const { id } of ground) {
      if ((place.get(id) ?? 0) < (place.get(closer.id) ?? 0)) append(more, id, closer.id);
    }
  }
  return (id) => [...followersOf(id), ...(more.get(id) ?? [])];
}

/** Puts nodes in order, one after the other. */
class Schedule {
  private readonly byId: ReadonlyMap<string, { readonly node: PlanNode; readonly rank: number; readonly at: number }>;
  private readonly before = new Map<string, string[]>();
  private readonly waiting = new Map<string, number>();
  private readonly done = new Set<string>();
  /** What has to come back now, and all that this takes. */
  private readonly open = new Set<string>();
  private readonly needed = new Set<string>();
  private readonly urgent: Heap<string>;
  private readonly usual: Heap<string>;

  constructor(
    private readonly nodes: readonly PlanNode[],
    private readonly followersOf: (id: string) => Iterable<string>,
    private readonly closersOf: ReadonlyMap<string, readonly string[]>,
  ) {
    const closers = new Set([...closersOf.values()].flat());
    this.byId = new Map(nodes.map((node, at) => [node.id, { node, at, rank: rankOf(node, closersOf, closers) }]));
    const by = (value: (of: { readonly rank: number }) => number) => (a: string, b: string) => {
      const [first, second] = [this.byId.get(a), this.byId.get(b)];
      return first && second ? value(first) - value(second) || first.at - second.at : 0;
    };
    this.urgent = new Heap<string>(by(({ rank }) => rank));
    this.usual = new Heap<string>(by(({ rank }) => (rank === ranks.opener ? 1 : 0)));
    for (const { id } of nodes) {
      for (const next of followersOf(id)) {
        append(this.before, next, id);
        this.waiting.set(next, (this.waiting.get(next) ?? 0) + 1);
      }
    }
    for (const { id } of nodes) if (this.isReady(id)) this.usual.push(id);
  }

  run(): readonly PlanNode[] {
    const ordered: PlanNode[] = [];
    while (ordered.length < this.nodes.length) {
      const id = (this.open.size > 0 ? this.urgent.pop() : undefined) ?? this.usual.pop();
      if (id === undefined) throw new TypeError('an order that was found can be found again');
      const node = this.done.has(id) ? undefined : this.byId.get(id)?.node;
      if (!node) continue;
      ordered.push(node);
      this.settle(id);
    }
    return ordered;
  }

  private settle(id: string): void {
    this.done.add(id);
    this.open.delete(id);
    for (const next of this.followersOf(id)) {
      this.waiting.set(next, (this.waiting.get(next) ?? 0) - 1);
      if (this.isReady(next)) (this.needed.has(next) ? this.urgent : this.usual).push(next);
    }
    for (const closer of this.closersOf.get(id) ?? []) {
      this.open.add(closer);
      this.need(closer);
    }
  }

  private need(closer: string): void {
    const path = [closer];
    for (let id = path.pop(); id !== undefined; id = path.pop()) {
      if (this.done.has(id) || this.needed.has(id)) continue;
      this.needed.add(id);
      if (this.isReady(id)) this.urgent.push(id);
      path.push(...(this.before.get(id) ?? []));
    }
  }

  private isReady(id: string): boolean {
    return (this.waiting.get(id) ?? 0) === 0;
  }
}

/** What comes first while something is gone: what brings it back, what commits with that, what cannot, and last what takes down still more. */
const ranks = { closer: 0, joining: 1, apart: 2, opener: 3 } as const;

function rankOf(
  { id, drafts }: PlanNode,
  closersOf: ReadonlyMap<string, readonly string[]>,
  closers: ReadonlySet<string>,
): number {
  if (closersOf.has(id)) return ranks.opener;
  if (!drafts.every(canJoin)) return ranks.apart;
  return closers.has(id) ? ranks.closer : ranks.joining;
}

/** Whether a step can be part of a transaction. */
function canJoin({ atomic = true }: StepDraft): boolean {
  return atomic;
}

function together(nodes: readonly PlanNode[], closersOf: ReadonlyMap<string, readonly string[]>): readonly PlanNode[] {
  const open = new Set<string>();
  return nodes.map((node) => {
    const isWithin = open.size > 0 || closersOf.has(node.id);
    open.delete(node.id);
    for (const closer of closersOf.get(node.id) ?? []) open.add(closer);
    return isWithin ? { ...node, drafts: node.drafts.map(joining) } : node;
  });
}

function joining(draft: StepDraft): StepDraft {
  const { apart, ...rest } = draft;
  return canJoin(draft) ? rest : draft;
}
