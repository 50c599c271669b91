import {
  type Address,
  address,
  byCodeUnit,
  type Json,
  type ObjectDraft,
  partsOf,
  splitSql,
  type Unmanaged,
} from '@sync/core';
import type { RoutineSpec } from '@sync/dialect-postgres';
import { Cursor, UnreadText } from '../text/cursor.js';
import { cockroachLexis } from '../text/lexis.js';
import type { CatalogueText } from './catalogue-text.js';
import { Names } from './mentioned.js';
import { addressOfTable, placeOf, readConstraint, referencedColumns } from './read-constraint.js';
import { indexedColumns, readIndexBody, takesIndexHead } from './read-index.js';
import { readSequence, readTrigger, readView } from './read-relations.js';
import { readRoutine } from './read-routine.js';
import { type ReadTable, readTable } from './read-table.js';
import { type Remark, readComment } from './remarks.js';
import { type ConstraintSpec, leftAsFound, type TableSpec } from './specs.js';
import { withoutDatabase } from './without-database.js';

/** All that was found in what the server printed. */
export interface Contents {
  readonly objects: readonly ObjectDraft[];
  readonly unmanaged: readonly Unmanaged[];
}

/** An object, with the texts in which it names others. */
interface Draft {
  readonly object: ObjectDraft;
  readonly texts: readonly string[];
}

/** Reads all that the server printed of a database. */
export function readContents(text: CatalogueText): Contents {
  const reader = new Reader();
  const all = [text.schemas, text.types, text.tables, text.routines, text.triggers].flat();
  for (const printed of all) {
    for (const statement of splitSql(printed, 'catalogue', cockroachLexis)) {
      reader.read(withoutDatabase(statement.text, text.database));
    }
  }
  return reader.contents();
}

class Reader {
  private readonly drafts = new Map<Address, Draft>();
  private readonly unmanaged: Unmanaged[] = [];
  private readonly remarks: Remark[] = [];
  private readonly uniques = new Map<Address, { readonly at: Address; readonly columns: string }[]>();
  private readonly extras = new Map<Address, Map<string, Json>>();

  read(text: string): void {
    const cursor = new Cursor(text);
    try {
      if (cursor.takes('CREATE')) this.readCreate(cursor, text);
      else if (cursor.takes('COMMENT', 'ON')) this.remarks.push(...readComment(cursor));
      else if (cursor.takes('ALTER')) this.readAlter(cursor, text);
      else this.leave('statement', text, 'it is not known what the server means by it');
    } catch (error) {
      if (!(error instanceof UnreadText)) throw error;
      this.leave(text.split(/\s/, 2).at(-1)?.toLowerCase() ?? 'object', titleOf(text), error.message);
    }
  }

  contents(): Contents {
    for (const at of this.countersOfColumns()) this.drafts.delete(at);
    const names = new Names();
    for (const at of this.drafts.keys()) names.add(at);
    const objects = [...this.drafts.values()].map(({ object, texts }): ObjectDraft => {
      const own = new Set([object.address, object.parent]);
      const mentioned = texts
        .flatMap((text) => names.in(text))
        .filter((at) => !own.has(at) && !isWithin(at) && !isOverload(at, object));
      const needs = [...new Set([...(object.needs ?? []), ...mentioned, ...this.keysOf(object)])].sort(byCodeUnit);
      const extras = this.extras.get(object.address);
      return { ...object, needs, ...(extras && { extras: { ...object.extras, ...Object.fromEntries(extras) } }) };
    });
    return { objects: [...objects, ...this.comments()], unmanaged: this.unmanaged };
  }

  /** The sequence of an identity column is the column's: the server makes and drops it with that. */
  private countersOfColumns(): readonly Address[] {
    return [...this.drafts.values()].flatMap(({ object: { kind, name, spec, address: at } }) => {
      if (kind !== 'table') return [];
      const place = partsOf(at).parts.slice(0, -1);
      const counted = (spec as TableSpec).columns.filter(({ identity }) => identity !== undefined);
      return counted.map((column) => address('sequence', ...place, `${name}_${column.name}_seq`));
    });
  }

  /** A foreign key stands on a unique index of the other table; a primary key is made with that. */
  private keysOf({ kind, spec }: ObjectDraft): readonly Address[] {
    const { references, definition } = spec as Partial<ConstraintSpec>;
    if (kind !== 'postgres/constraint' || references === undefined || definition === undefined) return [];
    const wanted = referencedColumns(definition).join('\0');
    return (this.uniques.get(references) ?? []).flatMap(({ at, columns }) => (columns === wanted ? [at] : []));
  }

  private readCreate(cursor: Cursor, text: string): void {
    const head = takesIndexHead(cursor);
    if (head) this.readIndex(cursor, head);
    else if (cursor.takes('SCHEMA')) this.readSchema(cursor.name());
    else if (cursor.takes('TYPE')) this.readType(cursor, text);
    else if (cursor.takes('TABLE')) this.readTable(cursor);
    else if (cursor.takes('SEQUENCE')) this.readSequence(cursor);
    else if (cursor.takes('MATERIALIZED', 'VIEW')) this.readView('postgres/materialized-view', cursor);
    else if (cursor.takes('VIEW')) this.readView('view', cursor);
    else if (cursor.takes('FUNCTION')) this.readRoutine('postgres/function', cursor);
    else if (cursor.takes('PROCEDURE')) this.readRoutine('postgres/procedure', cursor);
    else if (cursor.takes('TRIGGER')) this.readTrigger(cursor);
    else if (cursor.takes('POLICY')) this.leave('policy', cursor.name(), 'not covered yet');
    else this.leave('object', titleOf(text), 'not covered yet');
  }

  private readAlter(cursor: Cursor, text: string): void {
    // Zones of partitions and indexes are found as those of their table.
    if (cursor.takes('PARTITION')) {
      cursor.name();
      cursor.requires('OF');
    }
    const isIndex = cursor.takes('INDEX');
    if (!isIndex && !cursor.takes('TABLE')) {
      this.leave('statement', titleOf(text), 'not covered yet');
      return;
    }
    const path = cursor.path();
    if (isIndex) cursor.nameAtTable();
    const table = addressOfTable(path);
    if (cursor.takes('ADD', 'CONSTRAINT')) this.addConstraint(path, cursor.name(), readConstraint(cursor));
    else if (cursor.takes('CONFIGURE', 'ZONE')) this.note(table, leftAsFound.zones, text);
    // What was looked at says nothing: what was not says so itself.
    else if (!cursor.takes('VALIDATE', 'CONSTRAINT')) this.note(table, leftAsFound.security, text);
  }

  private readSequence(cursor: Cursor): void {
    const { path, spec } = readSequence(cursor);
    this.add('sequence', path, { spec });
  }

  private readSchema(name: string): void {
    if (name === 'public' || name.startsWith('crdb_internal')) return;
    this.add('schema', [name], { spec: {}, address: address('schema', name), needs: [] });
  }

  private readType(cursor: Cursor, text: string): void {
    const path = cursor.path();
    if (path.at(-1) === 'crdb_internal_region') return;
    cursor.requires('AS');
    if (cursor.takes('ENUM')) {
      const labels = cursor.list().map((label) => label.slice(label.indexOf("'") + 1, -1).replaceAll("''", "'"));
      this.add('postgres/enum', path, { spec: { labels } });
      return;
    }
    const attributes = cursor.list().map((part) => {
      const inner = new Cursor(part);
      return { name: inner.name(), type: inner.rest() };
    });
    this.add('postgres/composite-type', path, { spec: { attributes } }, [text.slice(text.indexOf('('))]);
  }

  private readTable(cursor: Cursor): void {
    const table = readTable(cursor);
    const { path, columns, families, options, extras } = table;
    const spec: TableSpec = {
      columns: [...columns].sort((a, b) => byCodeUnit(a.name, b.name)),
      ...(families.length > 1 && { families }),
      ...(options.length > 0 && { options }),
    };
    const layout = { columns: columns.map(({ name }) => name) };
    this.add('table', path, { spec, layout, extras }, textsOf(table));
    for (const { name, spec: own } of table.constraints) this.addConstraint(path, name, own);
    for (const { name, spec: own } of table.indexes) this.addIndex(path, name, own);
  }

  private readIndex(cursor: Cursor, head: NonNullable<ReturnType<typeof takesIndexHead>>): void {
    const name = cursor.name();
    cursor.requires('ON');
    this.addIndex(cursor.path(), name, readIndexBody(cursor, head));
  }

  private readView(kind: string, cursor: Cursor): void {
    const { path, spec } = readView(cursor);
    this.add(kind, path, { spec }, [spec.select]);
  }

  private readRoutine(kind: string, cursor: Cursor): void {
    const { path, spec } = readRoutine(cursor);
    const [name = ''] = path.slice(-1);
    const full = `${name}(${spec.inputs.join(', ')})`;
    this.add(kind, [...path.slice(0, -1), full], { spec }, textsOfRoutine(spec));
  }

  private readTrigger(cursor: Cursor): void {
    const { name, table, spec } = readTrigger(cursor);
    this.addWithin('postgres/trigger', table, name, spec, [spec.action]);
  }

  private addIndex(path: readonly string[], name: string, spec: ReadTable['indexes'][number]['spec']): void {
    const at = this.addWithin('index', path, name, spec, [spec.definition]);
    if (!spec.unique) return;
    const table = addressOfTable(path);
    const columns = indexedColumns(spec.definition).join('\0');
    this.uniques.set(table, [...(this.uniques.get(table) ?? []), { at, columns }]);
  }

  private addConstraint(path: readonly string[], name: string, spec: ReadTable['constraints'][number]['spec']): void {
    const needs = spec.references === undefined ? [] : [spec.references];
    this.addWithin('postgres/constraint', path, name, spec, [spec.definition], needs);
  }

  private addWithin(
    kind: string,
    path: readonly string[],
    name: string,
    spec: unknown,
    texts: readonly string[],
    needs: readonly Address[] = [],
  ): Address {
    const parent = addressOfTable(path);
    const at = address(kind, ...placeOf(path), path.at(-1) ?? '', name);
    const others = needs.filter((need) => need !== parent);
    this.drafts.set(at, { object: { kind, address: at, name, parent, spec, needs: others }, texts });
    return at;
  }

  private add(
    kind: string,
    path: readonly string[],
    draft: Pick<ObjectDraft, 'spec'> & Partial<ObjectDraft>,
    texts: readonly string[] = [],
  ): void {
    const place = placeOf(path);
    const name = path.at(-1) ?? '';
    const at = address(kind, ...place, name);
    const needs = place.map((schema) => address('schema', schema));
    this.drafts.set(draft.address ?? at, { object: { kind, address: at, name, needs, ...draft }, texts });
  }

  private note(table: Address, handle: string, text: string): void {
    const notes = this.extras.get(table) ?? new Map<string, Json>();
    notes.set(handle, [...((notes.get(handle) as readonly string[] | undefined) ?? []), text].sort(byCodeUnit));
    this.extras.set(table, notes);
  }

  /** All that is written of one object is one object, as it is of PostgreSQL. */
  private comments(): readonly ObjectDraft[] {
    const found = new Map<Address, { text?: string; columns?: Record<string, string> }>();
    for (const { on, column, text } of this.remarks) {
      const parent = on.find((at) => this.drafts.has(at));
      if (parent === undefined) continue;
      const spec = found.get(parent) ?? {};
      if (column === undefined) spec.text = text;
      else spec.columns = { ...spec.columns, [column]: text };
      found.set(parent, spec);
    }
    return [...found].map(([parent, spec]) => {
      const { columns } = spec;
      const sorted = columns && Object.fromEntries(Object.entries(columns).sort(([a], [b]) => byCodeUnit(a, b)));
      const { kind, parts } = partsOf(parent);
      return {
        kind: 'postgres/comment',
        address: address('postgres/comment', ...parts, kind),
        name: parts.at(-1) ?? '',
        parent,
        spec: { ...spec, ...(sorted && { columns: sorted }) },
      };
    });
  }

  private leave(kind: string, name: string, reason: string): void {
    this.unmanaged.push({ kind, name, reason });
  }
}

/** Only what stands by itself is needed by its name. */
function isWithin(at: Address): boolean {
  return /^(index|postgres\/constraint|postgres\/trigger):/.test(at);
}

/** A body that calls its own name may mean any of that name. */
function isOverload(at: Address, { address: own }: ObjectDraft): boolean {
  const bare = (of: Address) => of.replace(/\(.*\)$/s, '');
  return bare(at) === bare(own);
}

function textsOfRoutine({ arguments: list, returns = '', body }: RoutineSpec): readonly string[] {
  return [...list.flatMap(({ type, default: value = '' }) => [type, value]), returns, 'text' in body ? body.text : ''];
}

function textsOf({ columns }: ReadTable): readonly string[] {
  return columns.flatMap(({ type, default: value, onUpdate, generated }) => [
    type,
    ...(value === undefined ? [] : [value]),
    ...(onUpdate === undefined ? [] : [onUpdate]),
    ...(generated ? [generated.as] : []),
  ]);
}

function titleOf(text: string): string {
  return text.split(/\s+/).slice(0, 4).join(' ');
}
