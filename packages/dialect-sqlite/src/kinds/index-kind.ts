import {
  type Address,
  address,
  type CarryContext,
  equalJson,
  type Found,
  type ObjectKind,
  partsOf,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  schemaObject,
  type Token,
  type Unmanaged,
} from '@sync/core';
import { buildsIndex } from '../hazards.js';
import { readCreateIndex } from '../read/create-index.js';
import { Last, remembering } from '../read/remember.js';
import { readOrReport, readSchema, type SchemaTexts } from '../read/schema.js';
import type { SchemaRow } from '../read/schema-row.js';
import { meaningful, nameIn } from '../text/cursor.js';
import { columnsIn, normaliseExpression } from '../text/expression.js';
import { foldName, quoteName } from '../text/names.js';
import { asWritten, writtenAround } from './as-written.js';
import { buildIndex, holdsQuotedStrings, indexScope } from './index/build.js';
import { indexConflicts, indexHazards } from './index/hazards.js';
import { describeIndex, printIndex } from './index/print.js';
import type { IndexSpec } from './index/spec.js';
import { hasQuotedStrings, quotedStrings } from './quoted-strings.js';
import { endedByIndex } from './table/guarantees.js';
import { isTable } from './table/spec.js';
import { disturbance } from './table-kind.js';

/** The index that a text made last; which one it is depends on the columns of its table. */
const knownIndex = remembering(() => new Last<SchemaObject<IndexSpec>>());

/** Indexes that somebody created; those that SQLite makes for constraints belong to the constraints. */
export const indexKind: ObjectKind<IndexSpec> = {
  kind: 'index',
  within: 'table',
  namespace: 'relation',
  inspect: inspectIndexes,
  compare: () => ({ replace: 'SQLite cannot alter an index' }),
  follow: followInIndex,
  describe: ({ spec }, parent) => ({ head: describeIndex(spec, parent) }),
  // That values are unique is asked for once nobody writes who does not know of it.
  serveBoth: (from, to, { base }) => ({
    object: from ?? (to?.spec.unique && to.parent && base.has(to.parent) ? undefined : to),
  }),
  carry: carryIndex,
  conflicts: (change, context) => (change.verb === 'create' ? indexConflicts(change.to, context) : []),
  survives(index, change, { server }) {
    if (hasQuotedStrings(index)) return false;
    if (change.verb === 'rename') return true;
    return change.verb === 'alter' && disturbance(change, server.features)?.rebuilt === false;
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create index ${change.to.name}`,
            sql: [createIndex(change.to, context)],
            hazards: indexHazards(change.to, tableName(change.to, context.goal), context),
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop index ${change.from.name}`,
            sql: [dropIndex(change.from)],
            hazards: endedByIndex(change.from, context),
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename index ${change.from.name} to ${change.to.name}`,
            sql: [dropIndex(change.from), createIndex(change.to, context)],
            hazards: [buildsIndex(tableName(change.to, context.goal))],
          },
        ];
      case 'alter':
        return { impossible: 'SQLite cannot alter an index' };
      default:
        return change satisfies never;
    }
  },
};

function createIndex(index: SchemaObject<IndexSpec>, context: RenderContext): { readonly text: string } {
  const { goal } = context;
  const written = asWritten(index, '', context);
  return { text: written ?? printIndex(index, tableName(index, goal), index.parent && goal.get(index.parent)) };
}

function dropIndex(index: SchemaObject): { readonly text: string } {
  return { text: `DROP INDEX ${quoteName(index.name)}` };
}

function tableName(index: SchemaObject, catalogue: { get(address: Address): SchemaObject | undefined }): string {
  const parent = index.parent as Address;
  return catalogue.get(parent)?.name ?? partsOf(parent).parts[0] ?? '';
}

async function* inspectIndexes(reading: Reading): AsyncGenerator<Found<IndexSpec>> {
  const [scope] = reading.scopes;
  if (!scope) return;
  const schema = await readSchema(reading);
  const unmanaged: Unmanaged[] = [];
  for (const row of schema.indexes) {
    const object = readOrReport(() => indexObject(row, schema), 'index', row.name, unmanaged);
    if (object) yield { scope, object };
  }
  for (const each of unmanaged) yield { scope, unmanaged: each };
}

function indexObject(row: SchemaRow, schema: SchemaTexts): SchemaObject<IndexSpec> {
  const on = foldName(row.on);
  const table = schema.tables.get(on)?.known;
  const text = row.sql ?? '';
  return knownIndex(text).get(table, () => {
    const raw = readCreateIndex(text);
    return schemaObject({
      kind: 'index',
      address: address('index', foldName(row.name)),
      name: row.name,
      parent: address('table', on),
      spec: buildIndex(raw, row.on, table),
      layout: {
        around: writtenAround(text, text.length, text.length, row.on),
        ...(holdsQuotedStrings(raw, table) && quotedStrings),
      },
    });
  });
}

/** SQLite rewrites an index when a column of its table is renamed. */
function followInIndex(object: SchemaObject<IndexSpec>, rename: Rename): SchemaObject<IndexSpec> {
  if (rename.of !== 'member' || rename.object !== object.parent) return object;
  const scope = { ...indexScope(object), renamed: new Map([[rename.from, rename.to]]) };
  // Every name may be a column here: the server has accepted the index.
  const rewrite = (text: string) => normaliseExpression(meaningful(text), withAllNames(text, scope));
  const { spec, layout: _, ...rest } = object;
  const followed = {
    ...spec,
    terms: spec.terms.map((term) => ({
      ...term,
      ...(term.column !== undefined && { column: term.column === rename.from ? rename.to : term.column }),
      ...(term.expression !== undefined && { expression: rewrite(term.expression) }),
    })),
    ...(spec.where !== undefined && { where: rewrite(spec.where) }),
  };
  if (equalJson(followed, spec)) return object;
  // The text that it was made with is another one now.
  return schemaObject({ ...rest, spec: followed, ...(hasQuotedStrings(object) && { layout: quotedStrings }) });
}

/** An index stands where all of its columns do. One that states the collation which a column has anyway does not show it. */
function carryIndex(
  object: SchemaObject<IndexSpec>,
  { before, after }: CarryContext,
): SchemaObject<IndexSpec> | undefined {
  const [from, to] = [object.parent && before.get(object.parent), object.parent && after.get(object.parent)];
  if (!isTable(from) || !isTable(to)) return object;
  const scope = { ...indexScope(object), columns: new Set(from.spec.columns.map(({ name }) => foldName(name))) };
  const collations = new Map(to.spec.columns.map(({ name, collation }) => [foldName(name), collation ?? 'BINARY']));
  const { terms, where } = object.spec;
  const mentioned = [...terms.flatMap(({ expression }) => expression ?? []), ...(where === undefined ? [] : [where])]
    .flatMap((text) => [...columnsIn(meaningful(text), scope)])
    .concat(terms.flatMap(({ column }) => column ?? []));
  if (!mentioned.every((column) => collations.has(column))) return undefined;
  return schemaObject({
    ...object,
    spec: {
      ...object.spec,
      terms: terms.map(({ collation, ...term }) => ({
        ...term,
        ...(collation !== undefined && collation !== collations.get(term.column ?? '') && { collation }),
      })),
    },
  });
}

function withAllNames<T extends object>(text: string, scope: T): T & { readonly columns: ReadonlySet<string> } {
  // In normal form, a column of such a name stands in quotes.
  const isName = ({ type, text: word }: Token) =>
    type === 'quoted' || (type === 'word' && !/^(?:TRUE|FALSE)$/.test(word));
  const names = meaningful(text).filter(isName);
  return { ...scope, columns: new Set(names.map((token) => foldName(nameIn(token)))) };
}
