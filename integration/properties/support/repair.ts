import {
  type Column,
  type Expression,
  type ForeignKey,
  type Index,
  type Key,
  membersOf,
  type Piece,
  type Schema,
  type Table,
  type Thing,
  type Trigger,
  tablesOf,
  type View,
  type VirtualTable,
} from './model.js';

/** Takes out whatever an edit left without what it needs, until nothing is left to take out: the result is a schema that SQLite can hold. */
export function repair(schema: Schema): Schema {
  for (let current = schema; ; ) {
    const next = { ...current, things: inOrder(pass(current)) };
    if (JSON.stringify(next.things) === JSON.stringify(current.things)) return next;
    current = next;
  }
}

function pass(schema: Schema): readonly Thing[] {
  const tables = tablesOf(schema).map(repairTable);
  const byId = new Map(tables.map((table) => [table.id, table]));
  const relations = new Map<number, Table | View>();
  for (const table of tables) relations.set(table.id, table);
  for (const thing of schema.things) if (thing.is === 'view') relations.set(thing.id, thing);
  const columns = new Set(
    [...relations.values()].flatMap((relation) => membersOf(relation).map((member) => member.id)),
  );
  return schema.things.flatMap((thing): Thing[] => {
    switch (thing.is) {
      case 'table': {
        const table = byId.get(thing.id);
        return table
          ? [{ ...table, foreignKeys: table.foreignKeys.filter((key) => holds(key, table, byId.get(key.table))) }]
          : [];
      }
      case 'index':
        return keepsIndex(thing, byId.get(thing.table)) ? [thing] : [];
      case 'view':
        return keepsView(thing, relations, columns) ? [thing] : [];
      case 'trigger':
        return keepsTrigger(thing, relations, byId, columns) ? [thing] : [];
      case 'virtual':
        return keepsVirtual(thing, byId) ? [thing] : [];
      default:
        return thing satisfies never;
    }
  });
}

function repairTable(table: Table): Table {
  const columns = repairColumns(table.columns);
  const ids = new Set(columns.map((column) => column.id));
  const stored = new Set(columns.filter((column) => !column.generated).map((column) => column.id));
  const { primaryKey: key, ...rest } = table;
  const primaryKey = key && within(key, stored) ? withAutoincrement(key, table, columns) : undefined;
  const uniques = distinct(
    table.uniques.filter((unique) => within(unique, ids)),
    primaryKey,
  );
  return {
    ...rest,
    columns,
    ...(primaryKey && { primaryKey }),
    withoutRowid: table.withoutRowid && primaryKey !== undefined && !primaryKey.autoincrement,
    uniques,
    checks: table.checks.filter((check) => knows(check.expression, ids)),
    foreignKeys: table.foreignKeys.filter((foreignKey) => foreignKey.columns.every((id) => ids.has(id))),
  };
}

/** A generated column whose sources are gone, or which would be the only kind left, becomes a plain one. */
function repairColumns(columns: readonly Column[]): readonly Column[] {
  const stored = new Set(columns.filter((column) => !column.generated).map((column) => column.id));
  return columns.map((column) => {
    const { generated, ...plain } = column;
    return generated && !(knows(generated.as, stored) && stored.size > 0) ? plain : column;
  });
}

function withAutoincrement(key: Key, { withoutRowid }: Table, columns: readonly Column[]): Key {
  const [part, ...more] = key.parts;
  const column = columns.find((each) => each.id === part?.column);
  const possible =
    part !== undefined &&
    more.length === 0 &&
    column?.type === 'INTEGER' &&
    !part.descending &&
    !part.collation &&
    !withoutRowid;
  return { ...key, autoincrement: key.autoincrement === true && possible };
}

/** SQLite makes one index of two equal constraints, and refuses two that differ in their conflict clause. */
function distinct(keys: readonly Key[], primary: Key | undefined): readonly Key[] {
  const seen = new Set(primary ? [signature(primary)] : []);
  return keys.filter((key) => !seen.has(signature(key)) && seen.add(signature(key)));
}

function signature(key: Key): string {
  return key.parts.map((part) => part.column).join();
}

function within(key: Key, ids: ReadonlySet<number>): boolean {
  return key.parts.every((part) => ids.has(part.column));
}

function knows(expression: Expression, ids: ReadonlySet<number>): boolean {
  return expression.every((piece) => typeof piece === 'string' || ids.has(piece.column));
}

/** SQLite wants a key of the parent, with the parent's own collations, on exactly these columns. */
function holds(key: ForeignKey, table: Table, parent: Table | undefined): boolean {
  if (!parent || !key.columns.every((id) => table.columns.some((column) => column.id === id && !column.generated)))
    return false;
  const keys = [
    ...(parent.primaryKey ? [parent.primaryKey] : []),
    ...(key.references.length > 0 ? parent.uniques : []),
  ];
  const plain = keys.filter((each) => each.parts.every((part) => part.collation === undefined));
  const wanted = key.references.length > 0 ? [...key.references].sort().join() : undefined;
  return plain.some((each) => {
    const columns = each.parts.map((part) => part.column);
    return wanted === undefined ? columns.length === key.columns.length : columns.sort().join() === wanted;
  });
}

function keepsIndex(index: Index, table: Table | undefined): boolean {
  if (!table) return false;
  const ids = new Set(table.columns.map((column) => column.id));
  return index.terms.every((term) => knows(term.expression, ids)) && knows(index.where ?? [], ids);
}

function keepsView(view: View, relations: ReadonlyMap<number, Table | View>, columns: ReadonlySet<number>): boolean {
  return (
    view.sources.every(({ relation }) => relations.has(relation)) &&
    view.members.every((member) => knows(member.expression, columns)) &&
    knows(view.tail, columns) &&
    !reaches(view.id, view, relations)
  );
}

/** Whether a view would select from itself, be it by way of others. */
function reaches(id: number, view: View, relations: ReadonlyMap<number, Table | View>): boolean {
  return view.sources.some(({ relation }) => {
    const source = relations.get(relation);
    return (
      relation === id ||
      (source?.is === 'view' && source.id > id) ||
      (source?.is === 'view' && reaches(id, source, relations))
    );
  });
}

function keepsTrigger(
  trigger: Trigger,
  relations: ReadonlyMap<number, Table | View>,
  tables: ReadonlyMap<number, Table>,
  columns: ReadonlySet<number>,
): boolean {
  const on = relations.get(trigger.on);
  if (!on || (on.is === 'view') !== trigger.event.startsWith('INSTEAD')) return false;
  return (
    trigger.of.every((id) => columns.has(id)) &&
    knows(trigger.when ?? [], columns) &&
    trigger.body.every(({ relation, pieces }) => {
      const table = relation === undefined ? undefined : tables.get(relation);
      if (relation !== undefined && !table) return false;
      const written = new Set(table?.columns.filter((column) => !column.generated).map((column) => column.id));
      return pieces.every(
        (piece) =>
          isRelation(piece) ||
          typeof piece === 'string' ||
          (piece.of ? columns.has(piece.column) : written.has(piece.column)),
      );
    })
  );
}

function isRelation(piece: Piece | { readonly relation: number }): piece is { readonly relation: number } {
  return typeof piece === 'object' && 'relation' in piece;
}

function keepsVirtual({ content }: VirtualTable, tables: ReadonlyMap<number, Table>): boolean {
  if (!content) return true;
  const table = tables.get(content.table);
  return (
    table !== undefined &&
    !table.withoutRowid &&
    content.columns.every((id) => table.columns.some((column) => column.id === id))
  );
}

const ranks = { table: 0, index: 1, virtual: 2, view: 3, trigger: 4 } as const;

/** What is needed comes first; views and tables are numbered in the order in which they can see one another. */
function inOrder(things: readonly Thing[]): readonly Thing[] {
  return [...things].sort((a, b) => ranks[a.is] - ranks[b.is] || a.id - b.id);
}
