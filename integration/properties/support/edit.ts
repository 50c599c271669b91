import { Builder } from './build.js';
import * as clauses from './clauses.js';
import type { EditDraft, TableEdit } from './draft.js';
import { type Column, pick, type Schema, type Table, type Thing, tablesOf } from './model.js';
import { foldName, freeName } from './names.js';
import { repair } from './repair.js';

/** Applies edits one after the other; what they leave without what it needs goes. */
export function editSchema(schema: Schema, edits: readonly EditDraft[]): Schema {
  return edits.reduce((current, edit) => repair(applyEdit(current, edit)), schema);
}

function applyEdit(schema: Schema, draft: EditDraft): Schema {
  switch (draft.op) {
    case 'add': {
      const builder = new Builder(schema);
      builder.add(draft.thing);
      return builder.schema();
    }
    case 'drop':
      return dropThing(schema, draft.at);
    case 'again':
      return makeAgain(schema, draft);
    case 'table':
      return editTable(schema, draft.at, draft.edit);
    case 'rename':
      return renameThing(schema, draft.at, draft.name);
    case 'rename-column':
      return renameColumn(schema, draft);
    case 'swap-names':
      return swapNames(schema, draft.at, draft.other);
    default:
      return draft satisfies never;
  }
}

function dropThing(schema: Schema, at: number): Schema {
  const gone = pick(schema.things, at);
  return { ...schema, things: schema.things.filter((thing) => thing !== gone) };
}

/** Something else under the same name, perhaps of another kind: the old one has to make room for it. */
function makeAgain(schema: Schema, { at, thing }: Extract<EditDraft, { op: 'again' }>): Schema {
  const old = pick(schema.things, at);
  if (!old) return schema;
  const builder = new Builder({ ...schema, things: schema.things.filter((each) => each !== old) });
  const made = builder.make(thing);
  const { things, nextId } = builder.schema();
  if (!made || (made.is === 'trigger') !== (old.is === 'trigger')) return schema;
  return { things: [...things, { ...made, name: old.name }], nextId };
}

function editTable(schema: Schema, at: number, edit: TableEdit): Schema {
  const table = pick(tablesOf(schema), at);
  if (!table) return schema;
  const builder = new Builder(schema);
  const changed = changeTable(table, edit, builder);
  return { things: replace(schema.things, changed), nextId: builder.schema().nextId };
}

function changeTable(table: Table, draft: TableEdit, builder: Builder): Table {
  const { columns } = table;
  switch (draft.edit) {
    case 'add-column': {
      const column = builder.column(draft.column, columns, new Set(columns.map(({ name }) => foldName(name))));
      // At the end, as ALTER TABLE does it, or somewhere else, as people write it.
      return { ...table, columns: insertAt(columns, column, draft.place % 2 === 0 ? columns.length : draft.place) };
    }
    case 'drop-column':
      return columns.length > 1
        ? { ...table, columns: columns.filter((column) => column !== pick(columns, draft.column)) }
        : table;
    case 'move-column': {
      const moved = pick(columns, draft.column);
      return moved
        ? {
            ...table,
            columns: insertAt(
              columns.filter((column) => column !== moved),
              moved,
              draft.place,
            ),
          }
        : table;
    }
    case 'change-column':
      return {
        ...table,
        columns: columns.map((column) =>
          column === pick(columns, draft.column) ? changeColumn(column, draft, columns, builder) : column,
        ),
      };
    case 'change-key': {
      const { primaryKey, ...rest } = table;
      return { ...rest, ...builder.primaryKey(draft, columns) };
    }
    case 'uniques':
      return { ...table, uniques: draft.uniques.map((key) => builder.key(key, columns)) };
    case 'checks':
      return { ...table, checks: draft.checks.map((check) => builder.check(check, columns)) };
    case 'foreign-keys':
      return { ...table, foreignKeys: draft.foreignKeys.flatMap((key) => builder.foreignKey(key, table) ?? []) };
    case 'toggle':
      return { ...table, [draft.what]: !table[draft.what] };
    default:
      return draft satisfies never;
  }
}

/** Takes one property over from a column that was made for it; where that has none, the column loses its own. */
function changeColumn(
  column: Column,
  { what, from }: Extract<TableEdit, { edit: 'change-column' }>,
  columns: readonly Column[],
  builder: Builder,
): Column {
  if (what === 'type') return { ...column, type: pick(clauses.types, from.type) ?? '' };
  const others = columns.filter((each) => each !== column && !each.generated);
  const made = builder.column(from, others, new Set());
  const { [what]: old, ...rest } = column;
  if (what === 'check')
    return made.check && !old ? { ...rest, check: [{ column: column.id }, ' IS NOT NULL OR 1'] } : rest;
  return { ...rest, ...(made[what] !== undefined && { [what]: made[what] }) };
}

function renameThing(schema: Schema, at: number, name: number): Schema {
  const thing = pick(schema.things, at);
  if (!thing) return schema;
  const others = schema.things.filter((each) => each !== thing && (each.is === 'trigger') === (thing.is === 'trigger'));
  return {
    ...schema,
    things: replace(schema.things, {
      ...thing,
      name: freeName(name, new Set(others.map((each) => foldName(each.name)))),
    }),
  };
}

function renameColumn(
  schema: Schema,
  { at, column: choice, name }: { readonly at: number; readonly column: number; readonly name: number },
): Schema {
  const table = pick(tablesOf(schema), at);
  if (!table) return schema;
  const column = pick(table.columns, choice);
  const taken = new Set(table.columns.filter((each) => each !== column).map((each) => foldName(each.name)));
  const columns = table.columns.map((each) => (each === column ? { ...each, name: freeName(name, taken) } : each));
  return { ...schema, things: replace(schema.things, { ...table, columns }) };
}

function swapNames(schema: Schema, at: number, other: number): Schema {
  const [a, b] = [pick(schema.things, at), pick(schema.things, other)];
  if (!a || !b || a === b || (a.is === 'trigger') !== (b.is === 'trigger')) return schema;
  return { ...schema, things: replace(replace(schema.things, { ...a, name: b.name }), { ...b, name: a.name }) };
}

function replace(things: readonly Thing[], by: Thing): readonly Thing[] {
  return things.map((thing) => (thing.id === by.id ? by : thing));
}

function insertAt<T>(list: readonly T[], item: T, place: number): readonly T[] {
  const at = place % (list.length + 1);
  return [...list.slice(0, at), item, ...list.slice(at)];
}
