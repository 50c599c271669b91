import {
  administer,
  type FreshDatabase,
  freshDatabase as freshOfPostgres,
} from '../../../integration/servers/fresh-database.js';
import { realServer } from '../../../integration/servers/real-server.js';

export {
  administer,
  type FreshDatabase,
  freshDatabase as freshPostgres,
  withDatabase,
} from '../../../integration/servers/fresh-database.js';

/** The server that these tests run against. */
export const server = realServer('timescaledb');

/** A new database with the extension. */
export async function freshDatabase(url: string): Promise<FreshDatabase> {
  const fresh = await freshOfPostgres(url);
  await administer(fresh.url, 'CREATE EXTENSION timescaledb');
  return fresh;
}
