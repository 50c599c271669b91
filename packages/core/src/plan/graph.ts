import { SyncError } from '../errors.js';
import { byCodeUnit } from '../model/address.js';
import { circlesIn } from './circles.js';
import { Heap } from './heap.js';

/** A node to be put in order. Among those that could come next, the lowest phase and then the lowest key does. */
export interface GraphNode {
  readonly id: string;
  readonly phase: number;
  readonly key: string;
}

/** Nodes in their order; or a circle of nodes of which each waits for the one before, with all that wait for each other. */
export type Ordering<N> =
  | { readonly nodes: readonly N[] }
  | { readonly entangled: readonly string[]; readonly circles: readonly (readonly N[])[] };

/** What comes right after what, and whether that is a wish. */
type Edges = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

/** A graph of what comes before what. Soft edges are wishes: they go when they close a circle. */
export class OrderGraph<N extends GraphNode> {
  private readonly nodes = new Map<string, N>();
  private readonly after = new Map<string, Map<string, boolean>>();

  add(node: N): void {
    this.nodes.set(node.id, node);
    this.after.set(node.id, new Map());
  }

  /** Puts one node before another; nodes that are not there are nobody's concern. */
  edge(first: string | undefined, then: string | undefined, soft = false): void {
    if (first === undefined || then === undefined || first === then) return;
    const targets = this.after.get(first);
    if (!targets || !this.nodes.has(then)) return;
    targets.set(then, soft && (targets.get(then) ?? true));
  }

  /** What may come only after a node, once an order was found: wishes that had to go are not among it. */
  followersOf(id: string): Iterable<string> {
    return this.after.get(id)?.keys() ?? [];
  }

  /** Kahn's algorithm with a heap: O((V + E) log V) and the same on every machine. */
  order(): Ordering<N> {
    const waiting = new Map([...this.nodes.keys()].map((id) => [id, 0]));
    for (const targets of this.after.values()) {
      for (const target of targets.keys()) waiting.set(target, (waiting.get(target) ?? 0) + 1);
    }
    const ready = new Heap<N>((a, b) => a.phase - b.phase || byCodeUnit(a.key, b.key) || byCodeUnit(a.id, b.id));
    for (const [id, count] of waiting) if (count === 0) ready.push(this.node(id));
    const ordered: N[] = [];
    const left = new Map(this.after);
    const release = (id: string) => {
      const count = (waiting.get(id) ?? 0) - 1;
      waiting.set(id, count);
      if (count === 0) ready.push(this.node(id));
    };
    while (ordered.length < this.nodes.size) {
      const node = ready.pop();
      if (node) {
        ordered.push(node);
        waiting.delete(node.id);
        for (const target of this.followersOf(node.id)) release(target);
        left.delete(node.id);
      } else {
        const closed = this.openCircle(left, release);
        if (closed) return { entangled: closed, circles: this.circlesAmong(left) };
      }
    }
    return { nodes: ordered };
  }

  private node(id: string): N {
    const node = this.nodes.get(id);
    if (!node) throw new TypeError(`${id} is not in the graph`);
    return node;
  }

  /** All that wait for each other, whatever is wished. */
  private circlesAmong(left: Edges): readonly (readonly N[])[] {
    const hard = Array.from(left, ([id, targets]) => {
      const then = Array.from(targets).flatMap(([target, soft]) => (soft ? [] : [target]));
      return [id, then] as const;
    });
    return circlesIn(new Map(hard)).map((circle) => circle.map((id) => this.node(id)));
  }

  /** Opens one circle by the first of its soft edges, or gives the circle that has none. */
  private openCircle(left: Edges, release: (id: string) => void): readonly string[] | undefined {
    const circle = findCircle(left);
    // The last one, so that what comes first by name goes first.
    const soft = circle
      .map((id, i) => [id, circle[(i + 1) % circle.length] ?? id] as const)
      .filter(([first, then]) => this.after.get(first)?.get(then))
      .sort(([a], [b]) => byCodeUnit(b, a))[0];
    if (!soft) return circle;
    this.after.get(soft[0])?.delete(soft[1]);
    release(soft[1]);
    return undefined;
  }
}

/** Everything that is left waits for something that is left: walking back from the first of it must come round. */
function findCircle(left: Edges): readonly string[] {
  const before = new Map<string, string>();
  for (const [first, targets] of left) for (const target of targets.keys()) before.set(target, first);
  const path: string[] = [];
  const at = new Map<string, number>();
  let id = [...before.keys()].sort(byCodeUnit)[0] ?? '';
  while (!at.has(id)) {
    at.set(id, path.push(id) - 1);
    id = before.get(id) ?? '';
  }
  const circle = path.slice(at.get(id)).reverse();
  const first = circle.indexOf([...circle].sort(byCodeUnit)[0] ?? '');
  return [...circle.slice(first), ...circle.slice(0, first)];
}

/** The error that names a circle which nothing opens. */
export function circleError(circle: readonly string[]): SyncError {
  const loop = [...circle, circle[0] ?? ''];
  return new SyncError({
    code: 'PLAN_CYCLE',
    op: 'plan',
    message: `these changes wait for each other: ${loop.join(' → ')}`,
    hint: 'Take the change apart: remove one of these dependencies in a first run and bring it back in a second.',
    details: { loop },
  });
}
