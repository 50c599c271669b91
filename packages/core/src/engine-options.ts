import type {
  ApplyRequest,
  BaselineRequest,
  CheckRequest,
  CompileOptions,
  Engine,
  EngineOptions,
  MigrateRequest,
  PlanRequest,
} from './engine-types.js';
import { SyncError } from './errors.js';
import { nearest } from './nearest.js';
import { hazardClasses } from './plan/hazards.js';

type Asked<Operation extends 'sync' | 'prune'> = NonNullable<Parameters<Engine[Operation]>[2]>;
type Verifying = NonNullable<Parameters<Engine['verifyJournal']>[1]>;

/** Every option of any operation. Whoever adds one is told by the compiler to name it here. */
const operationOptions: Readonly<
  Record<
    keyof (CompileOptions &
      PlanRequest &
      CheckRequest &
      ApplyRequest &
      BaselineRequest &
      MigrateRequest &
      Asked<'sync'> &
      Asked<'prune'> &
      Verifying),
    true
  >
> = {
  again: true,
  allow: true,
  alongside: true,
  changed: true,
  checkData: true,
  confirm: true,
  connection: true,
  create: true,
  direction: true,
  directory: true,
  drift: true,
  dryRun: true,
  exclude: true,
  heads: true,
  late: true,
  lenient: true,
  lockWaitMs: true,
  near: true,
  onEvent: true,
  onExcluded: true,
  onSchema: true,
  onScript: true,
  online: true,
  phase: true,
  prove: true,
  renames: true,
  schemas: true,
  seeds: true,
  settled: true,
  signal: true,
  steps: true,
  summary: true,
  with: true,
};

const engineOptions: Readonly<Record<keyof EngineOptions, true>> = {
  audit: true,
  beside: true,
  ci: true,
  clock: true,
  differ: true,
  driver: true,
  executor: true,
  expander: true,
  inspector: true,
  planner: true,
  readers: true,
  runId: true,
  scratch: true,
  snapshots: true,
};

/** Refuses an option that no operation knows: JavaScript, and an object that was put together before, pass a misspelt one on, and nothing would come of it. */
export function requireKnownOptions(op: string, options: object): void {
  requireKnown(op, options, Object.keys(operationOptions));
  requireKnownClasses(op, (options as { readonly allow?: unknown }).allow);
}

/** The same for what an engine is made of. */
export function requireKnownParts(options: object): void {
  requireKnown('createEngine', options, Object.keys(engineOptions));
}

function requireKnown(op: string, options: object, known: readonly string[]): void {
  const names = new Set(known);
  const stranger = Object.keys(options).find((name) => !names.has(name));
  if (stranger === undefined) return;
  const guess = nearest(stranger, known);
  throw new SyncError({
    code: 'USAGE',
    op,
    message: `there is no option ${JSON.stringify(stranger)}`,
    hint: guess === undefined ? `The options are ${known.join(', ')}.` : `Did you mean ${guess}?`,
    details: { option: stranger },
  });
}

/** A class that is misspelt would allow nothing: that is told before a plan is made, and not by the gate behind it. */
function requireKnownClasses(op: string, allow: unknown): void {
  if (allow === undefined || allow === 'all') return;
  const known: readonly string[] = hazardClasses;
  const given: readonly unknown[] = Array.isArray(allow) ? allow : [allow];
  const stranger = given.find((each) => !known.includes(String(each)));
  if (stranger === undefined && Array.isArray(allow)) return;
  const guess = stranger === undefined ? undefined : nearest(String(stranger), known);
  throw new SyncError({
    code: 'USAGE',
    op,
    message:
      stranger === undefined
        ? 'allow takes a list of classes of hazards, or "all"'
        : `there is no class of hazards ${JSON.stringify(stranger)}`,
    hint: guess === undefined ? `The classes are ${known.join(', ')}.` : `Did you mean ${guess}?`,
    details: { option: 'allow' },
  });
}
