import type { Server, Session } from '@sync/core';
import type { CatalogueText } from './catalogue-text.js';
import { type Contents, readContents } from './contents.js';

interface Printed {
  readonly text: string;
}

/**
 * Reads a whole database by a fixed number of queries. What the server prints is what its own dumps are made of, and tells more than pg_catalog: sharding, families,
 * STORING, TTL. https://www.cockroachlabs.com/docs/stable/show-create
 */
export async function readServer(session: Session, server: Server): Promise<Contents> {
  return readContents(await askForText(session, server));
}

async function askForText(session: Session, { features }: Server): Promise<CatalogueText> {
  const ask = async (text: string) => (await session.query<Printed>({ text })).map(({ text: printed }) => printed);
  const [database = ''] = await ask('SELECT current_database() AS text');
  return {
    database,
    schemas: await ask('SELECT create_statement AS text FROM [SHOW CREATE ALL SCHEMAS]'),
    types: await ask('SELECT create_statement AS text FROM [SHOW CREATE ALL TYPES]'),
    tables: await ask('SELECT create_statement AS text FROM [SHOW CREATE ALL TABLES]'),
    routines: await ask(routines),
    triggers: features.has('trigger-catalogue')
      ? await ask('SELECT create_statement AS text FROM [SHOW CREATE ALL TRIGGERS]')
      : [],
  };
}

/** The server has no SHOW CREATE for all routines in the versions that this was written for. */
const routines = `
SELECT create_statement AS text
FROM crdb_internal.create_function_statements
WHERE database_name = current_database()
UNION ALL
SELECT create_statement AS text
FROM crdb_internal.create_procedure_statements
WHERE database_name = current_database()`.trim();
