export {
  type BridgeSpec,
  bridgeMark,
  bridgeText,
  type DerivedColumn,
  readBridgeMark,
  type ServeContext,
  type Served,
  type Succession,
} from './bridge.js';
export type { Brought, Change, Delta, Rename, RenameHint, Verb } from './change.js';
export type {
  AtomicOptions,
  Committed,
  Connection,
  ExecuteOptions,
  Lock,
  LockOptions,
  Patience,
  Refusal,
  Server,
  Session,
  StatementProgress,
} from './connection.js';
export type { ConnectionInput } from './connection-input.js';
export type { DescribedColumn, DescribedPart, Description } from './description.js';
export type { Bookkeeping, Dialect, Refused, StatementClass } from './dialect.js';
export type { DocumentContent, DocumentKind, HeldRow, Seed, UniqueTerms } from './document.js';
export { type Capabilities, type ConnectRequest, contractVersion, type Driver, type DropRequest } from './driver.js';
export type { CheckContext, Flaw } from './flaw.js';
export type {
  CarryContext,
  CompareContext,
  EntailContext,
  Entailed,
  Found,
  Leftover,
  ObjectKind,
  Reading,
  RenderContext,
  Scope,
  SurvivalContext,
  Unforetold,
  Unmanaged,
} from './kind.js';
export type { Lexis } from './lexis.js';
export type { DocumentNode } from './node.js';
export type { HeldLock, Observation, Unobserved, WrittenStatement } from './observation.js';
export type {
  Carriage,
  CarriedColumn,
  NotCarried,
  PortableAction,
  PortableCheck,
  PortableColumn,
  PortableEdge,
  PortableExpression,
  PortableForeignKey,
  PortableIndex,
  PortableKey,
  PortableOperator,
  PortableSchema,
  PortableTable,
  PortableType,
  PortableWriting,
} from './portable.js';
export type { Observed, Phase, ProgressEvent } from './progress.js';
export type { Relation, RelationColumn, RelationForeignKey, RelationIndex } from './relation.js';
export type { ConflictContext, RowConflict } from './row-conflict.js';
export { dropsRows, dropsValues } from './row-hazards.js';
export {
  type GivenSettings,
  type NamedHost,
  type ReadSettings,
  SettingsReader,
  writtenHost,
} from './settings-reader.js';
export type { ProgramRead, SourceReader } from './source-reader.js';
export { type Statement, sql } from './statement.js';
export type { Batch, Hazard, HazardClass, Impossible, Leftovers, Ref, Step, StepDraft } from './step.js';
export type { Fingerprints, Site, Tenancy } from './tenancy.js';
export type { Trace } from './trace.js';
