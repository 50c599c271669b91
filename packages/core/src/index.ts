export {
  type Config,
  type DefaultsConfig,
  defineConfig,
  type PasswordSource,
  type ProfileConfig,
  type TargetConfig,
} from './config/config.js';
export { type BridgeParts, bridgeKindOf } from './contract/bridge-kind.js';
export { type BridgeState, bridgeObject, bridgePrefix, triggersOfBridge } from './contract/bridge-object.js';
export { type BridgeEnd, bridgeOf } from './contract/bridge-of.js';
export type { Door, DoorRequest } from './contract/door.js';
export * from './contract/index.js';
export { diff, invert } from './diff/diff.js';
export type { Differ, Difference, DiffOptions, RenameSuspect, UnmadeRename } from './diff/difference.js';
export { nameAside } from './diff/follow-renames.js';
export { type MergeConflict, type Merged, type MergeOptions, merge } from './diff/merge.js';
export type { MergeSide } from './diff/merge-values.js';
export { inSequence } from './diff/rename-chains.js';
export { createEngine } from './engine.js';
export type {
  ApplyRequest,
  BaselineRequest,
  CheckRequest,
  CompileOptions,
  DiffRequest,
  DriftFound,
  Engine,
  EngineOptions,
  Goal,
  HistoryEntry,
  MigrateRequest,
  MigrateResult,
  Occasion,
  OperationOptions,
  PlanRequest,
  Settled,
  SyncResult,
  Validated,
  Validation,
} from './engine-types.js';
export {
  asSyncError,
  type ErrorCode,
  type ErrorFacts,
  exitCodes,
  isSyncError,
  SyncError,
  throwIfAborted,
} from './errors.js';
export { check } from './inspect/check.js';
export { type Inspection, type InspectOptions, type Inspector, inspect, inspectScopes } from './inspect/inspect.js';
export { type LoadOptions, loadDriver } from './load/load-driver.js';
export type { ScriptChoice } from './migrate/choose-scripts.js';
export type { ToolBook } from './migrate/find-books.js';
export { type Migrations, readMigrations } from './migrate/read-migrations.js';
export type { Script, ScriptPart } from './migrate/script.js';
export type { ScriptState, Standing, StandingScript } from './migrate/standing.js';
export { type Address, address, byCodeUnit, partsOf } from './model/address.js';
export { append } from './model/append.js';
export { type Catalogue, createCatalogue, emptyCatalogue } from './model/catalogue.js';
export { type Extra, extra } from './model/extra.js';
export { globTest } from './model/glob.js';
export { grouped } from './model/grouped.js';
export { type Hash, hashOf, hashText, rootHash } from './model/hash.js';
export { canonicalJson, equalJson, type Json } from './model/json.js';
export { type ObjectDraft, type SchemaObject, schemaObject } from './model/object.js';
export { renameComment, renameFlag } from './model/rename-text.js';
export { openSnapshot, type Snapshot, takeSnapshot } from './model/snapshot.js';
export { nearest } from './nearest.js';
export { bothShapes, type Expander, type ExpandOptions } from './plan/both-shapes.js';
export { creationStatements } from './plan/creation-statements.js';
export { hazardsOf, type PlanHazard } from './plan/hazards.js';
export type { OnlineChoice } from './plan/online.js';
export type { PlanPhase } from './plan/phase.js';
export { plan, reversePlan, sealPlan } from './plan/plan.js';
export type {
  FoundRow,
  Irreversible,
  Plan,
  PlannedSeed,
  Planner,
  PlanOptions,
  PlanReading,
  PlanState,
  Proof,
  SeedNames,
} from './plan/plan-format.js';
export { readPlan } from './plan/read-plan.js';
export { carriages, type Mark } from './portable/carriage.js';
export { type Bound, guard, rangeOfType, typeOfRange } from './portable/guard.js';
export type { ExpressionStyle } from './portable/print-expression.js';
export { type ExpressionReading, readExpression } from './portable/read-expression.js';
export { fitDefault, partGuards } from './portable/read-guards.js';
export { readValue, type ValueWords } from './portable/read-value.js';
export type { ColumnUse, NamedMember, NativeType, PortableStyle } from './portable/style.js';
export { type Translation, translate } from './portable/translate.js';
export { writeSchema } from './portable/write-schema.js';
export { checkFailure } from './run/check-failure.js';
export type {
  AuditEntry,
  AuditSink,
  CiJob,
  DropRecord,
  MigrationRecord,
  PruneRecord,
  RunRecord,
  StepRecord,
} from './run/journal-format.js';
export type { PruneChoice } from './run/prune.js';
export type { RunEvent, RunOptions, RunOutcome, RunReport, Seen } from './run/report.js';
export { remedyText } from './run/row-conflicts.js';
export type { Executor, ExecutorContext } from './run/run.js';
export { runPlan } from './run/run-plan.js';
export type { JournalBreak, JournalFollowed } from './run/verify-journal.js';
export type { BucketCredentials, BucketPlace } from './snapshot/bucket.js';
export { type BucketSnapshotOptions, bucketSnapshots } from './snapshot/bucket-snapshots.js';
export { databaseSnapshots } from './snapshot/database-snapshots.js';
export { fileSnapshots } from './snapshot/file-snapshots.js';
export { type GitSnapshotOptions, gitSnapshots } from './snapshot/git-snapshots.js';
export type { SnapshotPlace } from './snapshot/place.js';
export { type SnapshotOptions, snapshotsIn } from './snapshot/snapshots-in.js';
export type { SnapshotStore, SnapshotVersion } from './snapshot/store.js';
export type { Compiled, Source, SourceContext, SourceWarning } from './source/compiled.js';
export { readDerivedFrom } from './source/documents/read-derived.js';
export { type ReadSeed, readSeed, type SeededTable } from './source/documents/read-seed.js';
export { type WrittenDocument, type WrittenDocuments, writeDocuments } from './source/documents/write.js';
export { type OpenSourceOptions, openSource } from './source/open.js';
export { lineIndex, type SqlStatement, splitSql } from './source/sql/split.js';
export { type Token, type TokenType, tokenize, tokenizeMeaning, unquote } from './source/sql/tokens.js';
export { defaultTenantId, type TenantContext, type TenantFacts, tenantContext } from './tenant/context.js';
