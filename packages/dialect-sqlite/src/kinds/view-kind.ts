import {
  type Address,
  address,
  type Description,
  equalJson,
  type Found,
  type Json,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  schemaObject,
  type Token,
  type Unmanaged,
} from '@sync/core';
import { checkViews } from '../check/check-views.js';
import { breaksClients, dropsView } from '../hazards.js';
import { readCreateView } from '../read/create-view.js';
import { Last, remembering } from '../read/remember.js';
import { readOrReport, readSchema, type SchemaTexts } from '../read/schema.js';
import type { SchemaRow } from '../read/schema-row.js';
import { normaliseBody } from '../text/body.js';
import { meaningful } from '../text/cursor.js';
import { foldName, quoteName, writeName } from '../text/names.js';
import { withPlainStrings } from '../text/quoted-strings.js';
import { relationsIn } from '../text/relations.js';
import { namingTerms, resultNames } from '../text/result-names.js';
import { asWritten, writtenAround } from './as-written.js';
import { quotedNames, quotedStrings, stringsAmong } from './quoted-strings.js';
import { isRelation } from './relations.js';
import { carryText, followInText } from './rewriting.js';
import { survivesChange } from './survival.js';
import { namesNothing, unreadable } from './unreadable.js';
import type { ViewSpec } from './view/spec.js';

/** Views. They are dropped and created again whenever anything about them, or under them, changes. */
export const viewKind: ObjectKind<ViewSpec> = {
  kind: 'view',
  namespace: 'relation',
  // https://sqlite.org/lang_altertable.html: renaming and dropping columns fail where a view or trigger anywhere is broken.
  readAgain: true,
  inspect: inspectViews,
  check: checkViews,
  compare: () => ({ replace: 'SQLite cannot alter a view' }),
  follow: followInText,
  carry: carryText,
  survives: survivesChange,
  render(change, context) {
    const { goal } = context;
    switch (change.verb) {
      case 'create':
        return [{ summary: `create view ${change.to.name}`, sql: [{ text: createView(change.to, context) }] }];
      case 'drop':
        return [
          {
            summary: `drop view ${change.from.name}`,
            sql: [dropView(change.from)],
            hazards: isRelation(change.from.name, goal) ? [] : [dropsView(change.from.name)],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename view ${change.from.name} to ${change.to.name}`,
            sql: [dropView(change.from), { text: printView(change.to) }],
            hazards: [breaksClients('view', change.from.name, change.to.name)],
          },
        ];
      case 'alter':
        return { impossible: 'SQLite cannot alter a view' };
      default:
        return change satisfies never;
    }
  },
  describe: describeView,
  relation: ({ name, spec }) => ({
    name,
    type: 'view',
    columns: (spec.columns ?? []).map((column) => ({ name: column, type: '', nullable: true })),
    foreignKeys: [],
    indexes: [],
  }),
};

/** The CREATE VIEW statement, as it was written where that is known: the names of a view's columns can depend on it. */
export function printView(view: SchemaObject<ViewSpec>): string {
  const { columns, select } = view.spec;
  const list = columns ? ` (${columns.map(quoteName).join(', ')})` : '';
  const written = (view.layout as { readonly select?: string } | undefined)?.select;
  return `CREATE VIEW ${quoteName(view.name)}${list} AS\n${written ?? select}`;
}

function createView(view: SchemaObject<ViewSpec>, context: RenderContext): string {
  const { select } = (view.layout ?? {}) as { readonly select?: string };
  return (select !== undefined && asWritten(view, select, context)) || printView(view);
}

/** The names of the columns, where its text tells them, and the query as it was written. */
function describeView({ spec, layout }: SchemaObject<ViewSpec>): Description {
  const written = (layout as { readonly select?: string } | undefined)?.select ?? spec.select;
  const names = spec.columns ?? resultNames(meaningful(written), written);
  return {
    parts: [
      ...(names.length > 0 ? [{ type: 'columns', text: names.map(shown).join(', ') }] : []),
      { type: 'as', text: written },
    ],
  };
}

/** `*` and `t.*` stand for columns that only the server knows. */
function shown(name: string): string {
  return name.endsWith('*') ? name : writeName(name);
}

function dropView(view: SchemaObject): { readonly text: string } {
  return { text: `DROP VIEW ${quoteName(view.name)}` };
}

async function* inspectViews(reading: Reading): AsyncGenerator<Found<ViewSpec>> {
  const [scope] = reading.scopes;
  if (!scope) return;
  const schema = await readSchema(reading);
  const unmanaged: Unmanaged[] = [];
  for (const row of schema.views) {
    const object = readOrReport(() => viewObject(row, schema), 'view', row.name, unmanaged);
    if (object) yield { scope, object };
  }
  for (const each of unmanaged) yield { scope, unmanaged: each };
}

/** What is known of a view from its text alone, and the object that it made last. */
const readView = remembering((text) => {
  const raw = readCreateView(text);
  const extent = extentOf(raw.select);
  return {
    spec: viewSpec(raw.select, text, raw.columns),
    layout: { select: textOf(raw.select, text) } satisfies Json,
    around: writtenAround(text, extent.start, extent.end),
    relations: relationsIn(raw.select),
    quoted: quotedNames(raw.select),
    last: new Last<SchemaObject<ViewSpec>>(),
  };
});

function viewObject(row: SchemaRow, schema: SchemaTexts): SchemaObject<ViewSpec> {
  const { spec, layout, around, relations, quoted, last } = readView(row.sql ?? '');
  const self = address('view', foldName(row.name));
  const needs = neededRelations(inOrder(relations, foldName(row.name), schema), self, schema);
  const strings = stringsAmong(quoted, relations, schema);
  const broken = schema.broken.views.has(foldName(row.name)) || namesNothing(relations, schema);
  return last.get([...needs, broken, ...strings].join('\n'), () => {
    const parts = strings.size > 0 ? withStrings(row.sql ?? '', strings) : { spec, layout };
    return schemaObject({
      kind: 'view',
      address: self,
      name: row.name,
      needs,
      spec: parts.spec,
      layout: { ...parts.layout, around, ...(broken && unreadable) },
    });
  });
}

/** Views that go in a circle hold in no order, so that any order will do. */
function inOrder(relations: ReadonlySet<string>, name: string, { broken }: SchemaTexts): ReadonlySet<string> {
  if (!broken.circles.has(name)) return relations;
  return new Set([...relations].filter((other) => !broken.circles.has(other)));
}

/** A view whose strings in double quotes are known to be some. Where columns are called after one, all stay as they are. */
function withStrings(
  text: string,
  strings: ReadonlySet<string>,
): { readonly spec: ViewSpec; readonly layout: { readonly select: string } } {
  const { select, columns } = readCreateView(text);
  const plain = withPlainStrings(text, extentOf(select), select, strings);
  const sameNames = columns ?? equalJson(namingTerms(meaningful(plain), plain), namingTerms(select, text));
  return sameNames
    ? { spec: viewSpec(select, text, columns, strings), layout: { select: plain, ...quotedStrings } }
    : { spec: viewSpec(select, text, columns), layout: { select: textOf(select, text) } };
}

/** What a view is, from the tokens of its query and the text in which they stand. */
export function viewSpec(
  query: readonly Token[],
  text: string,
  columns: readonly string[] | undefined,
  strings?: ReadonlySet<string>,
): ViewSpec {
  const names = columns ? [] : namingTerms(query, text);
  return { ...(columns && { columns }), select: normaliseBody(query, strings), ...(names.length > 0 && { names }) };
}

/** What was written from the first of these tokens to the last. */
export function textOf(tokens: readonly Token[], text: string): string {
  const { start, end } = extentOf(tokens);
  return text.slice(start, end);
}

/** A comment after the last token would swallow the terminator in a script, and is not part of it. */
function extentOf(tokens: readonly Token[]): { readonly start: number; readonly end: number } {
  const last = tokens.at(-1);
  return { start: tokens[0]?.start ?? 0, end: last ? last.start + last.text.length : 0 };
}

/** The addresses of relations that a body names, sorted, without the object itself. */
export function neededRelations(names: ReadonlySet<string>, self: Address, schema: SchemaTexts): readonly Address[] {
  return [...names]
    .sort()
    .flatMap((name) => schema.relation(name) ?? [])
    .filter((each) => each !== self);
}
