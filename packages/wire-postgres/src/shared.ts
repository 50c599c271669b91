import {
  creationStatements,
  type Driver,
  globTest,
  inspectScopes,
  type SchemaObject,
  type Session,
  type Statement,
} from '@sync/core';
import { intoSchema, sharedSchema } from '@sync/dialect-postgres';
import type { PostgresOptions } from './options.js';
import type { PostgresSession } from './session.js';
import type { Started } from './start-session.js';
import { supplyExtensions } from './supply-from.js';

/** Which part of a database is worked on. */
export type Kept = Pick<PostgresOptions, 'schema' | 'beside'>;

const op = 'scratch';

/**
 * Brings into a scratch database what the tenants of a database share: its extensions, and what lies in schemas that are no tenant's. Its `public` has another name
 * there, since that is what the schema is called that is worked on. What is not to be had is left out: statements that need it tell what they miss.
 */
export async function bringShared(
  from: Started,
  { into, kept, driver }: { readonly into: PostgresSession; readonly kept: Kept; readonly driver: Driver },
): Promise<void> {
  await into.send({ text: `CREATE SCHEMA ${sharedSchema}` }, { op });
  const path = `SELECT pg_catalog.set_config('search_path', 'public, ${sharedSchema}', false)`;
  await into.send({ text: path }, { op });
  await supplyExtensions(from.session, into, (schema) => (schema === 'public' ? sharedSchema : schema));
  for (const { statement } of creationStatements(await sharedObjects(from, kept, driver), driver, from.server)) {
    await into
      .send({ ...statement, text: intoSchema(statement.text, sharedSchema) }, { op })
      .catch((error: unknown) => {
        if (into.gone.aborted) throw error;
      });
  }
}

/** What lies in schemas that are no tenant's, as the database has it, and nothing of the whole database. */
async function sharedObjects(
  { session, server }: Started,
  { schema, beside }: Kept,
  driver: Driver,
): Promise<readonly SchemaObject[]> {
  const isTenant = globTest(beside ?? schema ?? '');
  const reading: Session & { isRead(name: string): boolean } = {
    query: <R>(statement: Statement) => session.send<R>(statement, { op }),
    execute: async (statement) => void (await session.send(statement, { op })),
    isRead: (name) => name !== schema && !isTenant(name),
  };
  const [found] = await inspectScopes(reading, server, driver, [{ path: [] }]);
  return [...(found?.catalogue ?? [])].filter(
    (object) => driver.schemaOf?.(object) !== undefined && !unneeded.has(object.kind),
  );
}

/** What nothing can refer to. */
const unneeded: ReadonlySet<string> = new Set([
  'postgres/access',
  'postgres/comment',
  'postgres/default-privileges',
  'postgres/policy',
  'postgres/trigger',
  'postgres/trigger-state',
]);
