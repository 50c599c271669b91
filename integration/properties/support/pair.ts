import fc from 'fast-check';
import { accepted } from './accept.js';
import { buildSchema } from './build.js';
import { editDraft, renameDraft, schemaDraft } from './draft.js';
import { editSchema } from './edit.js';
import type { Schema } from './model.js';
import { foldName } from './names.js';
import { printSchema } from './print.js';

/** A schema that SQLite takes. */
export const anySchema: fc.Arbitrary<Schema> = schemaDraft.map((draft) => accepted(buildSchema(draft)));

/** A schema, an edited version of it, and choices of rows for the first. */
export interface Pair {
  readonly before: Schema;
  readonly after: Schema;
  readonly rows: readonly number[];
}

const rowChoices = fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 24 });

/** Two versions of one schema: what most plans are between. */
export const anyPair: fc.Arbitrary<Pair> = fc
  .record({ draft: schemaDraft, edits: fc.array(editDraft, { minLength: 1, maxLength: 5 }), rows: rowChoices })
  .map(({ draft, edits, rows }) => {
    const before = accepted(buildSchema(draft));
    return { before, after: accepted(editSchema(before, edits)), rows };
  });

/** Two schemas that share nothing but the pool of names. */
export const strangers: fc.Arbitrary<Pair> = fc.record({ before: anySchema, after: anySchema, rows: rowChoices });

/**
 * A schema in which tables and columns got other names, and nothing else happened. No name is handed on from one thing to another: then a hint would say
 * nothing, since both of its names are there.
 */
export const renamedPair: fc.Arbitrary<Pair> = fc
  .record({ draft: schemaDraft, edits: fc.array(renameDraft, { minLength: 1, maxLength: 3 }), rows: rowChoices })
  .map(({ draft, edits, rows }) => {
    const before = accepted(buildSchema(draft));
    return { before, after: accepted(editSchema(before, edits)), rows };
  })
  .filter(({ before, after }) => !handsOn(namesOf(before), namesOf(after)));

type Names = ReadonlyMap<number, string>;

/** The names of a schema by id, each with the table that a column is of. */
function namesOf({ things }: Schema): Names {
  return new Map(
    things.flatMap((thing) => [
      [thing.id, foldName(thing.name)] as const,
      ...(thing.is === 'table'
        ? thing.columns.map((column) => [column.id, `${thing.id}.${foldName(column.name)}`] as const)
        : []),
    ]),
  );
}

function handsOn(before: Names, after: Names): boolean {
  const owners = new Map(Array.from(before, ([id, name]) => [name, id]));
  return [...after].some(([id, name]) => owners.has(name) && owners.get(name) !== id);
}

/** A pair as a person would type it in, to be put into a message. */
export function describePair({ before, after, rows }: Pair): string {
  const script = (schema: Schema) =>
    printSchema(schema)
      .map((statement) => `${statement};`)
      .join('\n');
  return `-- before.sql\n${script(before)}\n-- after.sql\n${script(after)}\n-- choices of rows: ${rows.join(' ')}`;
}
