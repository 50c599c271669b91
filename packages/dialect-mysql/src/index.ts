export { bodyMode, keepsMode } from './body-mode.js';
export { mysqlDialect } from './dialect.js';
export { mysqlDocuments } from './documents/documents.js';
export { EventLedger, type EventSession } from './event-ledger.js';
export type { Flavour, MoreColumns, ShownDefault, ShownTexts } from './flavour.js';
export { mariadbFlavour, mysqlFlavour } from './flavours.js';
export { foldsNames } from './folds-names.js';
export type { HoldingSession } from './grants/held-grants.js';
export { GrantLedger } from './grants/ledger.js';
export { onOneDatabase } from './grants/one-database.js';
export type { DatabaseSpec } from './kinds/database-kind.js';
export type { EventSpec } from './kinds/event-kind.js';
export type { RoutineSpec } from './kinds/routine-kind.js';
export type { SequenceSpec } from './kinds/sequence-kind.js';
export type { Cost, Costs } from './kinds/table/costs.js';
export type {
  CheckSpec,
  ColumnSpec,
  ForeignKeySpec,
  IndexPart,
  IndexSpec,
  PartitioningSpec,
  PartitionSpec,
  TableSpec,
} from './kinds/table/spec.js';
export { modeWithZeroDates } from './kinds/table/zero-dates.js';
export type { TriggerSpec } from './kinds/trigger-kind.js';
export type { ViewSpec } from './kinds/view-kind.js';
export { requireKeepable } from './lost-characters.js';
export { mysqlKinds } from './mysql-kinds.js';
export { canBeTold, type HandOver, handsOverTo } from './online/hand-over.js';
export { olderTransactionNumber } from './online/older-transactions.js';
export { rowVersionsOf } from './online/row-versions.js';
export { sizesOf } from './online/sizes.js';
export { keysElsewhereHint, unseenKeysNumber } from './online/unseen-keys.js';
export { type Home, requireHomeUnsaid } from './own-database.js';
export { mysqlPortable } from './portable/edge.js';
export { type CountingSession, countersPart, saysCounter } from './read/counters.js';
export {
  type Among,
  atHand,
  beholderQuery,
  changesQuery,
  type FilesRow,
  type FingerprintRow,
  filesQuery,
  fingerprintsQuery,
  isWhole,
  likeGlob,
  ofTenants,
} from './read/fingerprints.js';
export type { TogetherSession } from './read/show.js';
export { tracesOf } from './read/traces.js';
export { scratchPrefix } from './scratch-name.js';
export { sessionVariable } from './script.js';
export { seedStatements } from './seed-statements.js';
export { SequenceLedger } from './sequences-elsewhere.js';
export { foreignModes, lexisIn, modesOfFiles, readWith } from './sql-mode.js';
export { stillEvents } from './still-events.js';
export { quoteText, writeLiteral } from './text/literal.js';
export { quoteName } from './text/names.js';
export { type DefiningSession, withoutDefiner } from './without-definer.js';
