import { grouped } from '../model/grouped.js';
import { hashText } from '../model/hash.js';
import { canonicalJson } from '../model/json.js';
import type { RunRecord, StepRecord } from './journal-format.js';

/** Runs by their names, each with a hash of what the journal says of it and of its steps. */
export function sealsOf(records: readonly RunRecord[], steps: readonly StepRecord[]): Readonly<Record<string, string>> {
  const ofRun = grouped(steps, ({ run }) => run);
  return Object.fromEntries(
    records.map((record) => [record.run, hashText(canonicalJson({ record, steps: ofRun.get(record.run) ?? [] }))]),
  );
}
