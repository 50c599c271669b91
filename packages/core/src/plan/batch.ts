import type { Driver } from '../contract/driver.js';
import type { Batch, Hazard, Step, StepDraft } from '../contract/step.js';
import { equalJson, type Json } from '../model/json.js';
import type { Gap } from './gaps.js';
import { commitsBefore, holdsTooMuch } from './many-locks.js';
import type { PlanNode } from './render.js';

/** Steps, and what they are known by. */
export interface Foldable extends Pick<PlanNode, 'drafts'> {
  readonly change: Pick<PlanNode['change'], 'id'>;
}

interface OpenBatch {
  readonly apart: boolean;
  readonly atomic: boolean;
  readonly settings: Record<string, Json>;
  readonly steps: Step[];
  /** How many locks it holds in the end. */
  locks: number;
}

/** What the server has for a transaction, and what of a plan is not to be taken apart for the sake of that. */
export interface Room {
  readonly lockRoom?: number | undefined;
  /** Between which nothing commits: what makes way, and what brings it back. */
  readonly gaps?: readonly Pick<Gap, 'opener' | 'closer'>[];
}

/** Numbers the steps and folds neighbours that may commit together into one batch, as far as the server has room for their locks. */
export function foldBatches(
  nodes: readonly Foldable[],
  driver: Driver,
  { lockRoom = Number.POSITIVE_INFINITY, gaps = [] }: Room = {},
): readonly Batch[] {
  const batches: OpenBatch[] = [];
  const held = heldTogether(nodes, gaps);
  const locksOf = weigh(nodes, held);
  let number = 0;
  for (const [at, node] of nodes.entries()) {
    // A change is not parted, nor what is gone until it comes back.
    let mayEnd = !held.has(at);
    for (const draft of node.drafts) {
      const step = toStep(draft, node, ++number);
      const atomic = driver.capabilities.ddl === 'transactional' && (draft.atomic ?? true);
      const last = batches.at(-1);
      const apart = draft.apart ?? false;
      const joins = last && atomic && last.atomic && !apart && !last.apart;
      const isFull = last !== undefined && mayEnd && last.locks + (locksOf[at] ?? 0) > lockRoom;
      if (joins && !isFull && agree(last.settings, draft.settings ?? {})) {
        last.steps.push(step);
        last.locks += draft.locks ?? 1;
        Object.assign(last.settings, draft.settings);
      } else {
        const first = joins && isFull ? telling(step, commitsBefore(lockRoom)) : step;
        batches.push({ apart, atomic, settings: { ...draft.settings }, steps: [first], locks: draft.locks ?? 1 });
      }
      mayEnd = false;
    }
  }
  return batches.map(({ apart, locks, steps: [first, ...rest], ...batch }) => {
    const isTooMuch = batch.atomic && locks > lockRoom;
    const steps = first ? [isTooMuch ? telling(first, holdsTooMuch(locks, lockRoom)) : first, ...rest] : [];
    return { ...batch, steps };
  });
}

/** The places of the nodes that are in one batch with the one before them. */
function heldTogether(nodes: readonly Foldable[], gaps: NonNullable<Room['gaps']>): ReadonlySet<number> {
  const places = new Map<unknown, number>(nodes.map((node, at) => [node, at]));
  const reaches = new Map<number, number>();
  for (const { opener, closer } of gaps) {
    const [from, to] = [places.get(opener) ?? 0, places.get(closer) ?? 0];
    reaches.set(from, Math.max(reaches.get(from) ?? 0, to));
  }
  const held = new Set<number>();
  let end = 0;
  for (const at of nodes.keys()) {
    if (at > 0 && at <= end) held.add(at);
    end = Math.max(end, reaches.get(at) ?? 0);
  }
  return held;
}

/** How many locks each node holds, together with those after it that are in one batch with it. */
function weigh(nodes: readonly Foldable[], held: ReadonlySet<number>): readonly number[] {
  const all = nodes.map(({ drafts }) => drafts.reduce((sum, { locks = 1 }) => sum + locks, 0));
  for (let at = all.length - 1; at > 0; at--) if (held.has(at)) all[at - 1] = (all[at - 1] ?? 0) + (all[at] ?? 0);
  return all;
}

function telling(step: Step, hazard: Hazard): Step {
  return { ...step, hazards: [...step.hazards, hazard] };
}

function toStep(draft: StepDraft, node: Foldable, number: number): Step {
  return {
    number,
    change: node.change.id,
    summary: draft.summary,
    sql: draft.sql,
    hazards: draft.hazards ?? [],
    ...(draft.leftovers && { leftovers: draft.leftovers }),
    ...(draft.rights && { rights: draft.rights }),
  };
}

function agree(a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): boolean {
  return Object.entries(b).every(([name, value]) => !(name in a) || equalJson(a[name], value));
}
