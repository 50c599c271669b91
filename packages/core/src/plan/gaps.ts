import type { Driver } from '../contract/driver.js';
import type { Batch, Hazard } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { kindOf } from '../diff/kinds.js';
import type { Address } from '../model/address.js';
import { append } from '../model/append.js';
import type { PlanNode } from './render.js';

/** Something that is taken down and comes back. */
export interface Gap {
  readonly opener: PlanNode;
  readonly closer: PlanNode;
  /** Whether it is taken down by itself, and not with what it lies in. */
  readonly own: boolean;
  /** What takes down that which it stood on: it comes back after that, lest it stand on the same again. */
  readonly ground: readonly PlanNode[];
}

/** What comes back, with the half that takes it away: its own, or that of what it lies in. */
export function gapsOf(nodes: readonly PlanNode[], { whole: { base } }: Difference): readonly Gap[] {
  const teardowns = new Map<Address, PlanNode>();
  for (const node of nodes) {
    if (node.half === 'teardown' && node.change.verb !== 'create') teardowns.set(node.change.from.address, node);
  }
  const back = nodes.flatMap((closer): readonly Gap[] => {
    const { change, half } = closer;
    if (half !== 'build' || change.verb !== 'replace') return [];
    for (let at: Address | undefined = change.from.address; at; at = base.get(at)?.parent) {
      const opener = teardowns.get(at);
      if (!opener) continue;
      const ground = change.from.needs.flatMap((need) => teardowns.get(need) ?? []);
      return [{ opener, closer, own: at === change.from.address, ground }];
    }
    return [];
  });
  return [...back, ...awaited(nodes), ...traded(nodes)];
}

/** What asks for something else to be there from then on, and could not come after that. */
function awaited(nodes: readonly PlanNode[]): readonly Gap[] {
  const builds = new Map<Address, number>();
  for (const [at, { half, change }] of nodes.entries()) if (half === 'build') builds.set(change.address, at);
  return nodes.flatMap((opener, at): readonly Gap[] =>
    opener.drafts.flatMap(({ until = [] }) =>
      until.flatMap(({ address }): readonly Gap[] => {
        const place = builds.get(address) ?? -1;
        const closer = place > at ? nodes[place] : undefined;
        return closer ? [{ opener, closer, own: false, ground: [] }] : [];
      }),
    ),
  );
}

/** What makes way under a name aside, until it has its own: halfway nobody knows any more which of those that trade names is which. */
function traded(nodes: readonly PlanNode[]): readonly Gap[] {
  const named = new Map(nodes.flatMap((node) => (node.half === 'build' ? [[node.change.id, node] as const] : [])));
  return nodes.flatMap((opener): readonly Gap[] => {
    const closer = opener.half === 'aside' ? named.get(opener.change.id) : undefined;
    return closer ? [{ opener, closer, own: false, ground: [] }] : [];
  });
}

/** The gaps between whose ends something commits. */
export function openGaps(gaps: readonly Gap[], nodes: readonly PlanNode[], batches: readonly Batch[]): readonly Gap[] {
  const batchOf = batches.flatMap(({ steps }, at) => steps.map(() => at));
  const firstStep = new Map<PlanNode, number>();
  let step = 0;
  for (const node of nodes) {
    firstStep.set(node, step);
    step += node.drafts.length;
  }
  const batch = (node: PlanNode) => batchOf[firstStep.get(node) ?? 0];
  return gaps.filter(
    ({ opener, closer }) => opener.drafts.length > 0 && closer.drafts.length > 0 && batch(opener) !== batch(closer),
  );
}

/** The nodes, with what it means that something is gone between two of them told where it goes. */
export function tellGaps(nodes: readonly PlanNode[], gaps: readonly Gap[], driver: Driver): readonly PlanNode[] {
  const told = new Map<string, Hazard[]>();
  for (const { opener, closer, own } of gaps) {
    if (own && isMissed(closer, driver)) append(told, opener.id, goneMeanwhile(closer, driver));
  }
  return nodes.map((node) => {
    const hazards = told.get(node.id);
    const [first, ...rest] = node.drafts;
    if (!hazards || !first) return node;
    return { ...node, drafts: [{ ...first, hazards: [...(first.hazards ?? []), ...hazards] }, ...rest] };
  });
}

function isMissed({ change }: PlanNode, driver: Driver): boolean {
  return !('from' in change) || (kindOf(driver, change.kind).isMissed?.(change.from) ?? true);
}

function goneMeanwhile({ change }: PlanNode, driver: Driver): Hazard {
  const { title, absence = 'correctness' } = kindOf(driver, change.kind);
  const name = 'from' in change ? change.from.name : change.address;
  const isWhole = driver.capabilities.ddl === 'transactional';
  return {
    class: absence,
    code: 'gone-meanwhile',
    message: `${title ?? change.kind} ${name} is gone from here until a later step brings it back, and others see that: the two do not commit together`,
    hint: `Where nobody may do without it, ${isWhole ? 'have the plan commit as a whole (`--no-online`), or ' : ''}run it while nobody else is there.`,
    reversible: true,
  };
}
