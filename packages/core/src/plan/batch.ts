import type { Driver } from '../contract/driver.js';
import type { Batch, Step, StepDraft } from '../contract/step.js';
import { equalJson, type Json } from '../model/json.js';
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
}

/** Numbers the steps and folds neighbours that may commit together into one batch. */
export function foldBatches(nodes: readonly Foldable[], driver: Driver): readonly Batch[] {
  const batches: OpenBatch[] = [];
  let number = 0;
  for (const node of nodes) {
    for (const draft of node.drafts) {
      const step = toStep(draft, node, ++number);
      const atomic = driver.capabilities.ddl === 'transactional' && (draft.atomic ?? true);
      const last = batches.at(-1);
      const apart = draft.apart ?? false;
      const joins = last && atomic && last.atomic && !apart && !last.apart;
      if (joins && agree(last.settings, draft.settings ?? {})) {
        last.steps.push(step);
        Object.assign(last.settings, draft.settings);
      } else batches.push({ apart, atomic, settings: { ...draft.settings }, steps: [step] });
    }
  }
  return batches.map(({ apart, ...batch }) => batch);
}

function toStep(draft: StepDraft, node: Foldable, number: number): Step {
  return {
    number,
    change: node.change.id,
    summary: draft.summary,
    sql: draft.sql,
    hazards: draft.hazards ?? [],
    ...(draft.leftovers && { leftovers: draft.leftovers }),
  };
}

function agree(a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): boolean {
  return Object.entries(b).every(([name, value]) => !(name in a) || equalJson(a[name], value));
}
