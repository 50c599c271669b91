export { refuseLeaving } from './confine.js';
export { sqliteDialect } from './dialect.js';
export { sqliteDocuments } from './documents/documents.js';
export type { SqliteEngine } from './documents/engine.js';
export { seedStatements } from './documents/seed.js';
export { parseVersion, sqliteFeatures } from './features.js';
export { printIndex } from './kinds/index/print.js';
export type { IndexSpec, IndexTerm } from './kinds/index/spec.js';
export { indexKind } from './kinds/index-kind.js';
export { buildTable } from './kinds/table/build.js';
export type { SteadyCopy } from './kinds/table/copy.js';
export { printTable } from './kinds/table/print.js';
export {
  type CheckSpec,
  type ColumnSpec,
  type Conflict,
  columnOrder,
  type ForeignKeySpec,
  type InlineConstraint,
  type KeyPart,
  type NotNullSpec,
  type PrimaryKeySpec,
  type ReferentialAction,
  strictTable,
  type TableLayout,
  type TableSpec,
  type UniqueSpec,
  withoutRowid,
} from './kinds/table/spec.js';
export { tableKind } from './kinds/table-kind.js';
export type { TriggerSpec } from './kinds/trigger/spec.js';
export { printTrigger, triggerKind } from './kinds/trigger-kind.js';
export type { ViewSpec } from './kinds/view/spec.js';
export { printView, viewKind } from './kinds/view-kind.js';
export { printVirtualTable } from './kinds/virtual-table/print.js';
export type { VirtualTableSpec } from './kinds/virtual-table/spec.js';
export { virtualTableKind } from './kinds/virtual-table-kind.js';
export { sqliteLexis } from './lexis.js';
export { writeLiteral } from './literal.js';
export { sqlitePortable } from './portable/edge.js';
export { readCreateTable } from './read/create-table.js';
export { hintForUnreadable, withoutInterim } from './said.js';
export { settingPragmas } from './script.js';
export { type SqliteKindOptions, sqliteKinds } from './sqlite-kinds.js';
export { meaningful } from './text/cursor.js';
export { foldName, quoteName } from './text/names.js';
