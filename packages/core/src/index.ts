export * from './contract/index.js';
export { diff, invert } from './diff/diff.js';
export type { Differ, Difference, DiffOptions, RenameSuspect } from './diff/difference.js';
export { createEngine } from './engine.js';
export type {
  ApplyRequest,
  CompileOptions,
  DiffRequest,
  Engine,
  EngineOptions,
  Goal,
  HistoryEntry,
  OperationOptions,
  PlanRequest,
  SyncResult,
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
export { type Inspection, type InspectOptions, inspect, inspectScopes } from './inspect/inspect.js';
export { type Address, address, byCodeUnit, partsOf } from './model/address.js';
export { type Catalogue, createCatalogue, emptyCatalogue } from './model/catalogue.js';
export { type Extra, extra } from './model/extra.js';
export { type Hash, hashOf, hashText, rootHash } from './model/hash.js';
export { canonicalJson, equalJson, type Json } from './model/json.js';
export { type ObjectDraft, type SchemaObject, schemaObject } from './model/object.js';
export { openSnapshot, type Snapshot, takeSnapshot } from './model/snapshot.js';
export { hazardsOf, type PlanHazard } from './plan/hazards.js';
export { plan, reversePlan } from './plan/plan.js';
export type { Irreversible, Plan, Planner, PlanOptions, PlanReading, PlanState, Proof } from './plan/plan-format.js';
export { readPlan } from './plan/read-plan.js';
export type { AuditEntry, AuditSink, RunRecord, StepRecord } from './run/journal-format.js';
export type { RunEvent, RunOptions, RunOutcome, RunReport } from './run/report.js';
export type { Executor, ExecutorContext } from './run/run.js';
export { runPlan } from './run/run-plan.js';
export type { SnapshotStore, SnapshotVersion } from './snapshot/store.js';
export type { Compiled, Source, SourceContext, SourceWarning } from './source/compiled.js';
export { type WrittenDocument, type WrittenDocuments, writeDocuments } from './source/documents/write.js';
export { type OpenSourceOptions, openSource } from './source/open.js';
export { lineIndex, type SqlStatement, splitSql } from './source/sql/split.js';
export { type Token, type TokenType, tokenize, unquote } from './source/sql/tokens.js';
export { defaultTenantId, type TenantContext, type TenantFacts, tenantContext } from './tenant/context.js';
