import * as clauses from './clauses.js';
import type {
  CheckDraft,
  ColumnDraft,
  ForeignKeyDraft,
  IndexDraft,
  KeyDraft,
  SchemaDraft,
  TableDraft,
  TriggerDraft,
  ViewDraft,
  VirtualDraft,
} from './draft.js';
import {
  type Check,
  type Column,
  type Expression,
  type ForeignKey,
  type Index,
  type Key,
  membersOf,
  pick,
  type Schema,
  type Table,
  type Thing,
  type Trigger,
  tablesOf,
  type View,
  type VirtualTable,
  viewsOf,
} from './model.js';
import { foldName, freeName } from './names.js';
import { repair } from './repair.js';

/** Makes the schema that a draft stands for. */
export function buildSchema(draft: SchemaDraft): Schema {
  const builder = new Builder({ things: [], nextId: 1 });
  for (const table of draft.tables) builder.add(table);
  for (const [i, table] of draft.tables.entries()) builder.refer(i, table.foreignKeys);
  for (const other of draft.others) builder.add(other);
  return repair(builder.schema());
}

/** Makes things out of drafts, among those that are there already. */
export class Builder {
  private readonly things: Thing[];
  private nextId: number;

  constructor(schema: Schema) {
    this.things = [...schema.things];
    this.nextId = schema.nextId;
  }

  schema(): Schema {
    return { things: this.things, nextId: this.nextId };
  }

  /** Adds what can be made of a draft here, which may be nothing. */
  add(draft: TableDraft | IndexDraft | ViewDraft | TriggerDraft | VirtualDraft): void {
    const thing = this.make(draft);
    if (thing) this.things.push(thing);
  }

  make(draft: TableDraft | IndexDraft | ViewDraft | TriggerDraft | VirtualDraft): Thing | undefined {
    switch (draft.is) {
      case 'table':
        return this.table(draft);
      case 'index':
        return this.index(draft);
      case 'view':
        return this.view(draft);
      case 'trigger':
        return this.trigger(draft);
      case 'virtual':
        return this.virtual(draft);
      default:
        return draft satisfies never;
    }
  }

  /** Gives the table at a position its foreign keys, once all tables are there that they may refer to. */
  refer(position: number, drafts: readonly ForeignKeyDraft[]): void {
    const table = this.things[position];
    if (table?.is !== 'table') return;
    this.things[position] = { ...table, foreignKeys: drafts.flatMap((draft) => this.foreignKey(draft, table) ?? []) };
  }

  table(draft: TableDraft): Table {
    const id = this.id();
    const taken = new Set<string>();
    const columns: Column[] = [];
    for (const column of draft.columns) columns.push(this.column(column, columns, taken));
    return {
      is: 'table',
      id,
      name: freeName(draft.name, this.taken()),
      columns,
      strict: draft.strict,
      withoutRowid: draft.withoutRowid,
      ...this.primaryKey(draft, columns),
      uniques: draft.uniques.map((key) => this.key(key, columns)),
      checks: draft.checks.map((check) => this.check(check, columns)),
      foreignKeys: [],
    };
  }

  column(draft: ColumnDraft, before: readonly Column[], taken: Set<string>): Column {
    const id = this.id();
    const name = freeName(draft.name, taken);
    taken.add(foldName(name));
    const stored = before.filter((column) => !column.generated);
    const [a, b] = [pick(stored, draft.type)?.id, pick(stored, draft.name)?.id];
    const generated =
      draft.generated !== undefined && a !== undefined && b !== undefined
        ? pick(clauses.values, draft.generated)?.(a, b)
        : undefined;
    const collation = draft.collation === undefined ? undefined : pick(clauses.collations, draft.collation);
    const fallback = draft.default === undefined ? undefined : pick(clauses.defaults, draft.default);
    return {
      id,
      name,
      type: pick(clauses.types, draft.type) ?? '',
      ...(draft.notNull !== undefined && {
        notNull: draft.notNull % 5 === 0 ? (pick(clauses.conflicts, draft.notNull) ?? '') : '',
      }),
      ...(fallback !== undefined && { default: fallback }),
      ...(collation !== undefined && { collation }),
      ...(draft.check !== undefined && { check: pick(clauses.conditions, draft.check)?.(id, id) ?? [] }),
      ...(generated && { generated: { as: generated, stored: draft.stored } }),
    };
  }

  primaryKey(
    { key, rowid }: Pick<TableDraft, 'key' | 'rowid'>,
    columns: readonly Column[],
  ): { readonly primaryKey?: Key } {
    const integer = columns.find((column) => column.type === 'INTEGER' && !column.generated);
    if (rowid !== undefined && integer)
      return { primaryKey: { parts: [{ column: integer.id }], inline: true, autoincrement: rowid % 2 === 0 } };
    return key ? { primaryKey: this.key(key, columns) } : {};
  }

  key(draft: KeyDraft, columns: readonly Column[]): Key {
    const ids = [...new Set(draft.columns.map((choice) => pick(columns, choice)?.id ?? 0))];
    const { name, conflict, collation, descending } = draft;
    return {
      ...(name !== undefined && { name: freeName(name, new Set()) }),
      ...(conflict !== undefined && { conflict: pick(clauses.conflicts, conflict) ?? 'ABORT' }),
      inline: draft.inline,
      parts: ids.map((column, i) => ({
        column,
        ...(descending !== undefined && descending % ids.length === i && { descending: true }),
        ...(collation !== undefined &&
          collation % ids.length === i && { collation: pick(clauses.collations, collation) ?? 'NOCASE' }),
      })),
    };
  }

  check({ name, first, second, template }: CheckDraft, columns: readonly Column[]): Check {
    const [a, b] = [pick(columns, first)?.id ?? 0, pick(columns, second)?.id ?? 0];
    return {
      ...(name !== undefined && { name: freeName(name, new Set()) }),
      expression: pick(clauses.conditions, template)?.(a, b) ?? [],
    };
  }

  /** Refers to a key of the parent; without columns to the primary one. */
  foreignKey(draft: ForeignKeyDraft, of: Table): ForeignKey | undefined {
    const parent = pick(tablesOf(this.schema()), draft.parent);
    if (!parent) return undefined;
    const target = pick([...(parent.primaryKey ? [parent.primaryKey] : []), ...parent.uniques], draft.target);
    if (!target) return undefined;
    const references = target.parts.map((part) => part.column);
    const columns = references.map((_, i) => pick(of.columns, draft.columns[i] ?? 0)?.id ?? 0);
    const bare = draft.bare && target === parent.primaryKey;
    return {
      ...(draft.name !== undefined && { name: freeName(draft.name, new Set()) }),
      columns,
      table: parent.id,
      references: bare ? [] : references,
      actions: pick(clauses.actions, draft.actions) ?? '',
    };
  }

  private index(draft: IndexDraft): Index | undefined {
    const table = pick(tablesOf(this.schema()), draft.table);
    if (!table) return undefined;
    const id = (choice: number) => pick(table.columns, choice)?.id ?? 0;
    return {
      is: 'index',
      id: this.id(),
      name: freeName(draft.name, this.taken()),
      table: table.id,
      unique: draft.unique,
      terms: draft.terms.map(({ column, template, suffix }) => ({
        // Plain columns are the rule among index terms.
        expression:
          (template % 3 === 0 ? pick(clauses.values, template) : clauses.values[0])?.(id(column), id(suffix)) ?? [],
        suffix: pick(clauses.suffixes, suffix) ?? '',
      })),
      ...(draft.where !== undefined && {
        where: pick(clauses.conditions, draft.where)?.(id(draft.whereColumn), id(draft.whereColumn)) ?? [],
      }),
    };
  }

  private view(draft: ViewDraft): View | undefined {
    const relations = [...tablesOf(this.schema()), ...viewsOf(this.schema())];
    const chosen = draft.sources.flatMap((choice) => pick(relations, choice) ?? []);
    if (chosen.length === 0) return undefined;
    const sources = chosen.map((relation, i) => ({ relation: relation.id, alias: `s${i}` }));
    const column = (source: number, choice: number) => {
      const at = source % chosen.length;
      const relation = chosen[at];
      const member = relation && pick(membersOf(relation), choice);
      return member && { column: member.id, of: `s${at}` };
    };
    const taken = new Set<string>();
    const members = draft.members.flatMap(({ name, source, column: choice, template }) => {
      const value = column(source, choice);
      if (!value) return [];
      const free = freeName(name, taken);
      taken.add(foldName(free));
      return [{ id: this.id(), name: free, expression: qualified(pick(clauses.values, template), value) }];
    });
    const last = column(draft.tailColumn, draft.tail);
    const tail: Expression =
      last === undefined
        ? []
        : (pick(
            [
              [],
              ['WHERE ', last, ' IS NOT NULL'],
              ['WHERE ', last, " <> 'a;b'"],
              ['ORDER BY ', last, ' LIMIT 5'],
              ['GROUP BY ', last],
            ] as const,
            draft.tail,
          ) ?? []);
    return {
      is: 'view',
      id: this.id(),
      name: freeName(draft.name, this.taken()),
      sources,
      members,
      listed: draft.listed,
      tail,
    };
  }

  private trigger(draft: TriggerDraft): Trigger | undefined {
    const tables = tablesOf(this.schema());
    const on = pick([...tables, ...viewsOf(this.schema())], draft.on);
    if (!on) return undefined;
    const plain = pick(clauses.events, draft.event) ?? 'AFTER INSERT';
    const event = on.is === 'view' ? plain.replace(/^\w+/, 'INSTEAD OF') : plain;
    const row = event.endsWith('DELETE') ? 'OLD' : 'NEW';
    const member = (choice: number) => pick(membersOf(on), choice)?.id;
    const own = member(draft.column);
    const when =
      draft.when !== undefined && own !== undefined
        ? qualified(pick(clauses.conditions, draft.when), { column: own, of: row })
        : undefined;
    return {
      is: 'trigger',
      id: this.id(),
      name: freeName(draft.name, this.taken('trigger')),
      on: on.id,
      event,
      of: event.endsWith('UPDATE') ? [...new Set(draft.of.flatMap((choice) => member(choice) ?? []))] : [],
      ...(when && { when }),
      body: draft.body.flatMap(({ table, column, own: choice, template }) => {
        const to = pick(tables, table);
        const target =
          to &&
          pick(
            to.columns.filter((each) => !each.generated),
            column,
          )?.id;
        const mine = member(choice);
        if (!to || target === undefined || mine === undefined) return [{ pieces: ['SELECT RAISE(IGNORE) WHERE 0'] }];
        return [triggerStatement(template, to.id, target, { column: mine, of: row })];
      }),
    };
  }

  private virtual(draft: VirtualDraft): VirtualTable | undefined {
    const module = pick(['fts5', 'fts5', 'rtree', 'rtree_i32'] as const, draft.module) ?? 'fts5';
    const base = { is: 'virtual' as const, id: this.id(), name: freeName(draft.name, this.taken()), module };
    if (module !== 'fts5') {
      const columns = [
        'id',
        ...draft.columns.slice(0, 2).flatMap((_, i) => [`min${i}`, `max${i}`]),
        ...(draft.options % 3 === 0 ? ['+note TEXT'] : []),
      ];
      return { ...base, columns, options: [] };
    }
    const names = new Set<string>();
    for (const choice of draft.columns) names.add(foldName(freeName(choice % 12, names)));
    const content =
      draft.content === undefined
        ? undefined
        : pick(
            tablesOf(this.schema()).filter((table) => !table.withoutRowid),
            draft.content,
          );
    const columns = content && [...new Set(draft.columns.flatMap((choice) => pick(content.columns, choice)?.id ?? []))];
    if (content && columns) return { ...base, columns: [], options: [], content: { table: content.id, columns } };
    return {
      ...base,
      columns: Array.from(names, (name) => `"${name.replaceAll('"', '""')}"`),
      options: pick(clauses.ftsOptions, draft.options) ?? [],
    };
  }

  private id(): number {
    return this.nextId++;
  }

  /** Triggers have names of their own; everything else shares one space. */
  private taken(of: 'trigger' | 'other' = 'other'): ReadonlySet<string> {
    return new Set(
      this.things
        .filter((thing) => (thing.is === 'trigger') === (of === 'trigger'))
        .map((thing) => foldName(thing.name)),
    );
  }
}

function qualified(
  template: ((a: number, b: number) => Expression) | undefined,
  ref: { readonly column: number; readonly of: string },
): Expression {
  return (template?.(ref.column, ref.column) ?? []).map((piece) => (typeof piece === 'string' ? piece : ref));
}

function triggerStatement(
  template: number,
  table: number,
  column: number,
  own: { readonly column: number; readonly of: string },
): Trigger['body'][number] {
  const [relation, target] = [{ relation: table }, { column }];
  const forms: readonly Trigger['body'][number]['pieces'][] = [
    ['INSERT OR IGNORE INTO ', relation, ' (', target, ') VALUES (', own, ')'],
    ['UPDATE ', relation, ' SET ', target, ' = ', own, ' WHERE ', target, ' IS ', own],
    ['DELETE FROM ', relation, ' WHERE ', target, ' = ', own, " AND 'end;' = 'x'"],
    ['SELECT CASE WHEN ', own, " = 'zz' THEN RAISE(ABORT, 'no; zz') END"],
    ['INSERT INTO ', relation, ' (', target, ') SELECT ', own, ' WHERE 0'],
  ];
  return { relation: table, pieces: pick(forms, template) ?? [] };
}
