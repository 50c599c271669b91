import { type Address, type Delta, type ObjectKind, partsOf, type SchemaObject, schemaObject } from '@sync/core';
import type { CommentSpec } from '@sync/dialect-postgres';
import { quoteText } from '../text/literal.js';
import { qualifiedAt, quoteName } from '../text/names.js';
import { inspectKind } from './inspecting.js';

const kind = 'postgres/comment';

type Comment = SchemaObject<CommentSpec>;

/** Comments: one object for all that is written about another and its columns. */
export const commentKind: ObjectKind<CommentSpec> = {
  kind,
  title: 'comment',
  inspect: (reading) => inspectKind(reading, kind),
  compare(from, to) {
    const [before, after] = [textsOf(from), textsOf(to)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((target): readonly Delta[] => {
      const [old, next] = [before.get(target), after.get(target)];
      if (old?.text === next?.text) return [];
      return [
        { type: 'change-comment', path: (next ?? old)?.path ?? [], from: old?.text ?? null, to: next?.text ?? null },
      ];
    });
  },
  survives: (_comment, change) => change.verb !== 'replace',
  follow(comment, rename) {
    const { columns } = comment.spec;
    if (rename.of !== 'member' || rename.object !== comment.parent || columns?.[rename.from] === undefined)
      return comment;
    const { [rename.from]: text = '', ...others } = columns;
    const sorted = Object.entries({ ...others, [rename.to]: text }).sort(([a], [b]) => (a < b ? -1 : 1));
    return schemaObject({ ...comment, spec: { ...comment.spec, columns: Object.fromEntries(sorted) } });
  },
  render(change, { change: changeOf, goal }) {
    const draft = (comment: Comment, sql: readonly string[]) =>
      sql.length === 0
        ? []
        : [{ summary: `comment on ${wordsOf(comment.parent as Address)}`, sql: sql.map((text) => ({ text })) }];
    switch (change.verb) {
      case 'create':
        return draft(
          change.to,
          [...textsOf(change.to)].map(([target, { text }]) => commentOn(target, text)),
        );
      case 'drop': {
        const verb = changeOf(change.from.parent as Address)?.verb;
        // It goes with what it is written on.
        if (verb === 'drop' || verb === 'replace') return [];
        const left = columnsOf(goal.get(change.from.parent as Address));
        const targets = [...textsOf(change.from)].filter(
          ([, { path }]) => path[0] !== 'columns' || left.has(path[1] ?? ''),
        );
        return draft(
          change.from,
          targets.map(([target]) => commentOn(target)),
        );
      }
      case 'alter': {
        const [before, after] = [textsOf(change.from), textsOf(change.to)];
        const left = columnsOf(goal.get(change.to.parent as Address));
        const gone = [...before].filter(
          ([target, { path }]) => !after.has(target) && (path[0] !== 'columns' || left.has(path[1] ?? '')),
        );
        return draft(change.to, [
          ...[...after].flatMap(([target, { text }]) =>
            before.get(target)?.text === text ? [] : [commentOn(target, text)],
          ),
          ...gone.map(([target]) => commentOn(target)),
        ]);
      }
      case 'rename':
        return { impossible: 'a comment has no name of its own' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { text, columns = {} } }) => ({
    head: [
      ...(text === undefined ? [] : [quoteText(text)]),
      ...Object.entries(columns).map(([name, written]) => `${name}: ${quoteText(written)}`),
    ].join(', '),
  }),
};

interface Written {
  readonly text: string;
  readonly path: readonly string[];
}

/** Each text, by what COMMENT ON is to name for it. */
function textsOf({ parent, spec }: Comment): ReadonlyMap<string, Written> {
  const on = parent as Address;
  const texts = new Map<string, Written>();
  if (spec.text !== undefined) texts.set(targetOf(on), { text: spec.text, path: ['text'] });
  for (const [name, text] of Object.entries(spec.columns ?? {})) {
    texts.set(`COLUMN ${qualifiedAt(on)}.${quoteName(name)}`, { text, path: ['columns', name] });
  }
  return texts;
}

function targetOf(at: Address): string {
  const { kind: of, parts } = partsOf(at);
  const [name = '', table = '', schema = 'public'] = [...parts].reverse();
  switch (of) {
    case 'schema':
      return `SCHEMA ${quoteName(name)}`;
    case 'index':
      return `INDEX ${quoteName(schema)}.${quoteName(table)}@${quoteName(name)}`;
    case 'postgres/constraint':
      return `CONSTRAINT ${quoteName(name)} ON ${quoteName(schema)}.${quoteName(table)}`;
    case 'postgres/enum':
    case 'postgres/composite-type':
      return `TYPE ${qualifiedAt(at)}`;
    default:
      // Views and sequences are tables to it.
      return `TABLE ${qualifiedAt(at)}`;
  }
}

function commentOn(target: string, text?: string): string {
  return `COMMENT ON ${target} IS ${text === undefined ? 'NULL' : quoteText(text)}`;
}

function columnsOf(object: SchemaObject | undefined): ReadonlySet<string> {
  const { columns = [] } = (object?.spec ?? {}) as { readonly columns?: readonly { readonly name: string }[] };
  return new Set(columns.map(({ name }) => name));
}

function wordsOf(at: Address): string {
  const { kind: of, parts } = partsOf(at);
  return `${of.replace(/^postgres\//, '').replaceAll('-', ' ')} ${parts.join('.')}`;
}
