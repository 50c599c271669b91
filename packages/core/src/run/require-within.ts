import type { Change } from '../contract/change.js';
import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';

/** Refuses to change, by a connection that is kept to a part of a database, what lies beside that. */
export function requireWithin(
  changes: readonly Change[],
  { scope, database }: Pick<Connection, 'scope' | 'database'>,
  { schemaOf, dialect, kinds }: Pick<Driver, 'schemaOf' | 'dialect' | 'kinds'>,
): void {
  if (!scope || !schemaOf) return;
  const found = changes
    .flatMap((change) => ('from' in change ? [change.from] : []).concat('to' in change ? [change.to] : []))
    .find((object) => object.kind === 'schema' || schemaOf(object) !== dialect.home);
  if (!found) return;
  const title = kinds.find(({ kind }) => kind === found.kind)?.title ?? found.kind;
  throw new SyncError({
    code: 'TENANT_INVALID',
    op: 'plan',
    message: `${title} ${found.name} is not of ${scope.join('.')}, to which this tenant is kept in database ${database}, but of ${schemaOf(found) ?? 'the whole database'}`,
    hint: 'Change what tenants share by itself, with the URL of the database. Nothing was touched.',
    details: { address: found.address },
  });
}
