import { mysqlCore } from '../mysql/mysql-core.js';
import { postgresCore } from '../postgres/postgres-core.js';
import { programInvalid } from '../sql/invalid.js';
import type { Core, Program, ProgramText } from '../sql/program.js';
import { sqliteCore } from '../sqlite/sqlite-core.js';

const cores: readonly Core[] = [postgresCore, mysqlCore, sqliteCore];

/** Which of Drizzle's cores declared something of these. */
export function coresOf({ exports }: Pick<Program, 'exports'>): readonly Core[] {
  return cores.filter((core) => exports.some(({ value }) => core.declares(value)));
}

/** Says in SQL what a program declares for the engine of a driver. */
export function sayProgram(program: Program, driver: string, origin: string): ProgramText {
  const core = cores.find(({ drivers }) => drivers.includes(driver));
  if (!core)
    throw programInvalid(
      origin,
      `Drizzle declares nothing for ${driver}`,
      `It has words for ${cores.flatMap(({ drivers }) => drivers).join(', ')}.`,
    );
  const declaring = coresOf(program);
  if (declaring.includes(core))
    return core.say({ ...program, exports: program.exports.filter(({ value }) => core.declares(value)) });
  const [other] = declaring;
  throw other
    ? programInvalid(
        origin,
        `this is declared with drizzle-orm/${other.name}, and the database is ${driver}`,
        `Declare it with drizzle-orm/${core.name}, or name a database of ${other.drivers.join(' or ')}.`,
      )
    : programInvalid(
        origin,
        'nothing is exported here that Drizzle declares',
        'Export the tables by name: export const users = pgTable(…).',
      );
}
