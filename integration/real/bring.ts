import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('./schemas.mjs', import.meta.url));

/** The schemas that others wrote. */
export const realSchemas = ['synapse', 'procrastinate', 'kinto', 'absurd', 'graphile-worker', 'pg-boss'];

/** The same of MySQL and MariaDB, the smallest first. */
export const realMysqlSchemas = ['staff', 'rental', 'wordpress', 'mediawiki', 'icinga', 'zabbix', 'market'];

/** The statements that make one of the schemas, or why they are not to be had. CI must have all of them. */
export async function bring(
  name: string,
): Promise<{ readonly statements: readonly string[] } | { readonly absent: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, name], { maxBuffer: 2 ** 26 });
    return { statements: JSON.parse(stdout) as readonly string[] };
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    return { absent: error instanceof Error ? error.message : String(error) };
  }
}
