import { postgresDialect, postgresDocuments, postgresKinds } from '@sync/dialect-postgres';
import { driverOf } from '@sync/wire-postgres';

/** PostgreSQL, over pg. */
export const postgresDriver = driverOf({
  name: 'postgres',
  protocols: ['postgres', 'postgresql'],
  dialect: postgresDialect,
  kinds: postgresKinds(),
  documents: postgresDocuments('postgres'),
});
