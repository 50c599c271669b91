import {
  type Address,
  address,
  append,
  byCodeUnit,
  type Delta,
  type Found,
  type ObjectKind,
  partsOf,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type Scope,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { columns } from '../read/parts/columns.js';
import { type CommentRow, comments } from '../read/parts/comments.js';
import { indexes, isOfLoose } from '../read/parts/indexes.js';
import { rangeTypes } from '../read/parts/range-types.js';
import { columnsFrom } from '../read/parts/relations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { quoteText } from '../text/literal.js';
import { titled } from '../text/qualified.js';
import { comesBack } from './comes-back.js';
import { besideTarget, columnTarget, indexTarget, targetOf } from './comment/target.js';
import { isNew } from './is-new.js';
import { renamesColumnOf, staysOnParent } from './stays-on-parent.js';

/** What somebody wrote about one object. */
export interface CommentSpec {
  readonly text?: string;
  /** Of its columns, by their names. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Of the index that a constraint stands on. */
  readonly index?: string;
  /** Of the multirange type that comes with a range type, by its name. */
  readonly beside?: Readonly<Record<string, string>>;
}

type Comment = SchemaObject<CommentSpec>;

/** Comments: one object for all that is written about another and its columns, so that it goes, moves and comes back with that. */
export const commentKind: ObjectKind<CommentSpec> = {
  kind: 'postgres/comment',
  title: 'comment',
  inspect: inspectComments,
  compare: (from, to) => {
    const [before, after] = [textsOf(from), textsOf(to)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((target): readonly Delta[] => {
      const [old, next] = [before.get(target), after.get(target)];
      if (old?.text === next?.text) return [];
      const { path } = next ?? old ?? { path: [] };
      return [{ type: 'change-comment', path, from: old?.text ?? null, to: next?.text ?? null }];
    });
  },
  survives(comment, change, { origin }) {
    if (comment.spec.beside && change.verb === 'alter' && change.kind === 'postgres/range-type') return false;
    return staysOnParent(comment, change, origin, Object.keys(comment.spec.columns ?? {}));
  },
  follow: followInComment,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [createStep(change.to, context)];
      case 'drop':
        // What comes back is written over what is there.
        if (comesBack(change.from, context)) return [];
        return [
          step(
            change.from,
            [...textsOf(change.from).keys()].map((target) => commentOn(target)),
          ),
        ];
      case 'alter':
        return [step(change.to, differences(change.from, change.to))];
      case 'rename':
        return { impossible: 'a comment has no name of its own' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { text, columns: own = {}, index, beside = {} } }) => ({
    head: [
      ...(text === undefined ? [] : [quoteText(text)]),
      ...Object.entries({ ...own, ...beside }).map(([name, written]) => `${name}: ${quoteText(written)}`),
      ...(index === undefined ? [] : [`index: ${quoteText(index)}`]),
    ].join(', '),
  }),
};

interface Written {
  readonly text: string;
  /** Where it is in the spec. */
  readonly path: readonly string[];
}

/** Each text, by what COMMENT ON is to name for it. */
function textsOf({ parent, spec }: Comment): ReadonlyMap<string, Written> {
  const on = parent as Address;
  const own = targetOf(on);
  const texts = new Map<string, Written>();
  if (spec.text !== undefined && own !== undefined) texts.set(own, { text: spec.text, path: ['text'] });
  for (const [name, text] of Object.entries(spec.columns ?? {})) {
    texts.set(columnTarget(on, name), { text, path: ['columns', name] });
  }
  for (const [name, text] of Object.entries(spec.beside ?? {})) {
    texts.set(besideTarget(on, name), { text, path: ['beside', name] });
  }
  if (spec.index !== undefined) texts.set(indexTarget(on), { text: spec.index, path: ['index'] });
  return texts;
}

function commentOn(target: string, text?: string): string {
  return `COMMENT ON ${target} IS ${text === undefined ? 'NULL' : quoteText(text)}`;
}

function step(comment: Comment, sql: readonly string[]): StepDraft {
  return { summary: `comment on ${titled(comment.parent as Address)}`, sql: sql.map((text) => ({ text })) };
}

function differences(from: Comment, to: Comment): readonly string[] {
  const [before, after] = [textsOf(from), textsOf(to)];
  return [
    ...[...after].flatMap(([target, { text }]) => (before.get(target)?.text === text ? [] : [commentOn(target, text)])),
    ...[...before.keys()].flatMap((target) => (after.has(target) ? [] : [commentOn(target)])),
  ];
}

/** A comment that comes back because a column was made again is set whole; on what was there all along, what is not to be there any more is taken away. */
function createStep(comment: Comment, context: RenderContext): StepDraft {
  const change = context.change(comment.address);
  const after = textsOf(comment);
  const whole = context.goal.get(comment.parent as Address);
  const columnsLeft = columnNames(whole);
  const { multirange } = (whole?.spec ?? {}) as { readonly multirange?: string };
  const stays = ({ path: [member, name = ''] }: Written) =>
    member === 'columns' ? columnsLeft.has(name) : member !== 'beside' || name === multirange;
  const gone =
    change?.verb === 'replace' && !isNew(comment.parent, context)
      ? [...textsOf(change.from as Comment)].filter(([target, text]) => !after.has(target) && stays(text))
      : [];
  return step(comment, [
    ...[...after].map(([target, { text }]) => commentOn(target, text)),
    ...gone.map(([target]) => commentOn(target)),
  ]);
}

function columnNames(object: SchemaObject | undefined): ReadonlySet<string> {
  const { columns: own = [] } = (object?.spec ?? {}) as { readonly columns?: readonly { readonly name: string }[] };
  return new Set(own.map(({ name }) => name));
}

function followInComment(comment: Comment, rename: Rename): Comment {
  const { columns: own } = comment.spec;
  if (!own || !renamesColumnOf(comment, rename)) return comment;
  const renamed = Object.entries(own).map(([name, text]) => [name === rename.from ? rename.to : name, text] as const);
  return schemaObject({ ...comment, spec: { ...comment.spec, columns: sorted(renamed) } });
}

function sorted(entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => byCodeUnit(a, b)));
}

async function* inspectComments(reading: Reading): AsyncGenerator<Found<CommentSpec>> {
  const catalogue = await readCatalogue(reading);
  const found = new Map<Scope, Map<Address, CommentRow[]>>();
  for (const row of catalogue.rows(comments)) {
    const on = commentedOn(row, catalogue);
    const scope = scopeOf(row, catalogue);
    const along = isOwn(row, catalogue)
      ? undefined
      : (row.along ?? `schema ${catalogue.placeOf(row.namespace).schema}`);
    if (along !== undefined && scope !== undefined) {
      yield { scope, unmanaged: { kind: 'comment', name: along, reason: 'not covered yet' } };
      continue;
    }
    if (on === undefined || scope === undefined) continue;
    const own = found.get(scope) ?? new Map<Address, CommentRow[]>();
    append(own, on, row);
    found.set(scope, own);
  }
  for (const [scope, own] of found) {
    for (const [on, rows] of own) {
      const { kind, parts } = partsOf(on);
      const name = parts.at(-1) ?? '';
      if (targetOf(on) === undefined) {
        yield { scope, unmanaged: { kind: 'comment', name, reason: `on a ${kind}: not covered yet` } };
        continue;
      }
      const at = address('postgres/comment', ...parts, kind);
      const spec = specOf(on, rows, catalogue);
      yield {
        scope,
        object: schemaObject<CommentSpec>({
          kind: 'postgres/comment',
          address: at,
          name: kind,
          parent: on,
          spec,
          ...(spec.columns && { needs: columnsFrom(rows, catalogue) }),
        }),
      };
    }
  }
}

/** Whether it is about something that somebody made, and not about what the server made along with that or is there from the start. */
function isOwn(row: CommentRow, catalogue: ServerCatalogue): boolean {
  const { catalogue: of, oid, namespace, text, along } = row;
  if (of === 'pg_namespace') {
    const { prefix, schema } = catalogue.placeOf(namespace);
    return prefix.length > 0 || (schema === 'public' && text === 'standard public schema');
  }
  if (along === null || besideOf(row, catalogue) !== undefined) return true;
  return of === 'pg_class' && catalogue.where(indexes, 'oid', oid).some((index) => isOfLoose(index, catalogue));
}

/** The multirange type that it is about. */
function besideOf({ catalogue: of, oid }: CommentRow, catalogue: ServerCatalogue): string | undefined {
  if (of !== 'pg_type') return undefined;
  return (
    catalogue.where(rangeTypes, 'multirangeOid', oid).find(({ multirange }) => multirange !== null)?.multirange ??
    undefined
  );
}

function scopeOf({ namespace }: CommentRow, catalogue: ServerCatalogue): Scope | undefined {
  return namespace === 0 ? catalogue.places[0]?.scope : catalogue.placeOf(namespace).scope;
}

function commentedOn({ catalogue: of, oid, namespace }: CommentRow, catalogue: ServerCatalogue): Address | undefined {
  if (of !== 'pg_namespace') return catalogue.addressOf(of, oid);
  const [name] = catalogue.placeOf(namespace).prefix;
  return name === undefined ? undefined : address('schema', name);
}

function specOf(on: Address, rows: readonly CommentRow[], catalogue: ServerCatalogue): CommentSpec {
  const isConstraint = partsOf(on).kind === 'postgres/constraint';
  const own = rows.find(
    (row) =>
      row.column === 0 && !(isConstraint && row.catalogue === 'pg_class') && besideOf(row, catalogue) === undefined,
  );
  const beside = rows.flatMap((row) => {
    const name = besideOf(row, catalogue);
    return name === undefined ? [] : [[name, row.text] as const];
  });
  const index = isConstraint ? rows.find(({ catalogue: of }) => of === 'pg_class') : undefined;
  const named = rows.flatMap(({ oid, column, text }) => {
    const of =
      column === 0 ? undefined : catalogue.where(columns, 'relation', oid).find(({ number }) => number === column);
    return of ? [[of.name, text] as const] : [];
  });
  return {
    ...(own && { text: own.text }),
    ...(named.length > 0 && { columns: sorted(named) }),
    ...(index && { index: index.text }),
    ...(beside.length > 0 && { beside: sorted(beside) }),
  };
}
