interface Visit<K> {
  readonly node: K;
  readonly index: number;
  low: number;
  readonly next: Iterator<K>;
}

/** The sets of nodes that lead to each other, by Tarjan's algorithm, without recursion: a chain may be as long as memory goes. */
export function circlesIn<K>(graph: ReadonlyMap<K, readonly K[]>): readonly (readonly K[])[] {
  const circles: (readonly K[])[] = [];
  const indexes = new Map<K, number>();
  const open: K[] = [];
  const isOpen = new Set<K>();
  const path: Visit<K>[] = [];
  const enter = (node: K) => {
    const index = indexes.size;
    indexes.set(node, index);
    open.push(node);
    isOpen.add(node);
    path.push({ node, index, low: index, next: (graph.get(node) ?? [])[Symbol.iterator]() });
  };
  const leave = ({ node, index, low }: Visit<K>) => {
    path.pop();
    const above = path.at(-1);
    if (above) above.low = Math.min(above.low, low);
    if (low !== index) return;
    const circle = open.splice(open.lastIndexOf(node));
    for (const each of circle) isOpen.delete(each);
    if (circle.length > 1) circles.push(circle);
  };
  for (const start of graph.keys()) {
    if (!indexes.has(start)) enter(start);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const { value, done } = visit.next.next();
      if (done) leave(visit);
      else if (!graph.has(value)) continue;
      else if (!indexes.has(value)) enter(value);
      else if (isOpen.has(value)) visit.low = Math.min(visit.low, indexes.get(value) ?? visit.low);
    }
  }
  return circles;
}
