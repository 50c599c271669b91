export { postgresDialect } from './dialect.js';
export type { DocumentAdditions } from './documents/additions.js';
export { postgresDocuments } from './documents/documents.js';
export { needsOfPlace, type PostgresEngine, readFrame, required } from './documents/frame.js';
export { effectsOf } from './effects/effects.js';
export {
  type FactRow,
  type Landscape,
  type LockRow,
  landscape,
  readSince,
  type ScansRow,
  withAltered,
} from './effects/landscape.js';
export {
  alteredQuery,
  landscapeQuery,
  locksQuery,
  lossesQuery,
  scansQuery,
} from './effects/landscape-queries.js';
export { likeness, parseVersion, postgresFeatures } from './features.js';
export {
  breaksClients,
  dropsColumn,
  dropsRoutine,
  dropsSequence,
  dropsTable,
  dropsView,
  endsGuarantee,
} from './hazards.js';
export type { CommentSpec } from './kinds/comment-kind.js';
export type { EnumSpec, LabelDelta } from './kinds/enum/spec.js';
export { enumKind } from './kinds/enum-kind.js';
export { bringServer, foreignServers } from './kinds/foreign/foreign-servers.js';
export { isNew } from './kinds/is-new.js';
export type { RoutineArgument, RoutineSpec } from './kinds/routine/spec.js';
export type { ViewSpec } from './kinds/view/spec.js';
export { viewKind } from './kinds/view-kind.js';
export { scaffolding } from './online/scaffolding.js';
export { sizesOf } from './online/sizes.js';
export { isConcurrent } from './online/waiting.js';
export { postgresPortable } from './portable/edge.js';
export { family as postgresFamily } from './portable/native-type.js';
export { style as postgresStyle } from './portable/style.js';
export { postgresKinds } from './postgres-kinds.js';
export { reachingCall } from './reaching-call.js';
export { type DatabaseFingerprintRow, databaseFingerprintQuery } from './read/database-fingerprint.js';
export { lifeQuery } from './read/fingerprint-rows.js';
export {
  type FingerprintRow,
  fingerprintQuery,
  fingerprintSettings,
  schemaFingerprintQuery,
  schemaFingerprintSettings,
} from './read/fingerprints.js';
export { readBeside, readCatalogue } from './read/read-catalogue.js';
export type { ServerCatalogue } from './read/server-catalogue.js';
export { tracesOf } from './read/traces.js';
export { schemaOf } from './schema-of.js';
export { seedStatements } from './seed-statements.js';
export { serverSetting } from './settings.js';
export { homeSetting } from './text/home-schema.js';
export { insideOf } from './text/inside-of.js';
export { quoteName, quotePath } from './text/names.js';
export { qualifiedAt, shown } from './text/qualified.js';
export { intoSchema, outOfSchema, sharedSchema } from './text/relocate.js';
