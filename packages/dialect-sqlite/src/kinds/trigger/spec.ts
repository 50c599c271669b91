import type { RawTrigger } from '../../read/create-trigger.js';

/** A trigger. */
export interface TriggerSpec {
  readonly timing: RawTrigger['timing'];
  readonly event: RawTrigger['event'];
  /** For UPDATE OF: folded and sorted. */
  readonly columns?: readonly string[];
  readonly when?: string;
  readonly body: string;
}
