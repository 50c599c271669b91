import Database from 'better-sqlite3';
import type { Schema, Table, Thing } from './model.js';
import { quoteName } from './names.js';
import { printSchema } from './print.js';
import { repair } from './repair.js';

/** What SQLite itself takes of a schema: whatever it refuses goes, with everything that needs it, until nothing is refused any more. */
export function accepted(schema: Schema): Schema {
  for (let current = repair(schema); ; ) {
    const refused = firstRefused(current);
    if (!refused) return current;
    current = repair({ ...current, things: refused.remedy(current.things) });
  }
}

interface Refusal {
  readonly remedy: (things: readonly Thing[]) => readonly Thing[];
}

function firstRefused(schema: Schema): Refusal | undefined {
  const database = new Database(':memory:');
  try {
    const without = (thing: Thing) => ({
      remedy: (things: readonly Thing[]) => things.filter((each) => each.id !== thing.id),
    });
    const statements = printSchema(schema);
    for (const [i, thing] of schema.things.entries()) {
      if (!succeeds(() => database.exec(statements[i] ?? ''))) return without(thing);
    }
    for (const thing of schema.things) {
      if (!isUsable(database, thing, schema)) return thing.is === 'table' ? withoutReferences(thing) : without(thing);
    }
    return undefined;
  } finally {
    database.close();
  }
}

/** Things are created without a look at what they name; preparing a statement that uses them is what looks. */
function isUsable(database: Database.Database, thing: Thing, schema: Schema): boolean {
  const prepares = (text: string) => succeeds(() => database.prepare(text));
  const uses = (name: string, column: string | undefined) =>
    prepares(`DELETE FROM ${name}`) &&
    prepares(`INSERT INTO ${name} DEFAULT VALUES`) &&
    (column === undefined || prepares(`UPDATE ${name} SET ${column} = NULL`));
  switch (thing.is) {
    case 'table': {
      const column = thing.columns.find((each) => !each.generated);
      return (
        schema.things.some((each) => each.is === 'trigger' && each.on === thing.id) ||
        uses(quoteName(thing.name), column && quoteName(column.name))
      );
    }
    case 'view':
    case 'virtual':
      return prepares(`SELECT * FROM ${quoteName(thing.name)}`);
    case 'trigger': {
      const on = schema.things.find((each) => each.id === thing.on);
      if (!on || (on.is !== 'table' && on.is !== 'view')) return false;
      const name = on.is === 'table' ? on.columns.find((each) => !each.generated)?.name : on.members[0]?.name;
      const target = quoteName(on.name);
      if (thing.event.endsWith('INSERT'))
        return on.is === 'view'
          ? name === undefined || prepares(`INSERT INTO ${target} (${quoteName(name)}) VALUES (NULL)`)
          : prepares(`INSERT INTO ${target} DEFAULT VALUES`);
      if (thing.event.endsWith('DELETE')) return prepares(`DELETE FROM ${target}`);
      return name === undefined || prepares(`UPDATE ${target} SET ${quoteName(name)} = NULL`);
    }
    case 'index':
      return true;
    default:
      return thing satisfies never;
  }
}

/** What else is wrong with a table that could be created lies in its foreign keys; if not there, the table goes. */
function withoutReferences(table: Table): Refusal {
  return {
    remedy: (things) =>
      table.foreignKeys.length > 0
        ? things.map((each) => (each.id === table.id ? { ...table, foreignKeys: [] } : each))
        : things.filter((each) => each.id !== table.id),
  };
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
