import type { Json, RenderContext, SchemaObject } from '@sync/core';
import { meaningful } from '../text/cursor.js';
import { foldName } from '../text/names.js';
import { hasQuotedStrings } from './quoted-strings.js';

interface Written {
  /** The text in sqlite_schema, or what of it stands before the part that the layout holds anyway. */
  readonly head?: string;
  /** What follows the last token: a comment. */
  readonly tail?: string;
  /** The table that it names, folded. */
  readonly on?: string;
}

/** For the layout: what of a text stands around its body, which begins and ends at these offsets, and the table that it is on. */
export function writtenAround(text: string, start: number, end: number, on?: string): Json {
  const tail = text.slice(end);
  return { head: text.slice(0, start), ...(tail && { tail }), ...(on !== undefined && { on: foldName(on) }) };
}

/**
 * The statement that made something that is left alone, word for word: it is somebody else's. Undefined where that would not make it again: on a table that has got another
 * name, or with strings in double quotes, which not every connection takes.
 */
export function asWritten(
  object: SchemaObject,
  body: string,
  { goal, isKept }: Pick<RenderContext, 'goal' | 'isKept'>,
): string | undefined {
  const { head, tail = '', on } = (object.layout as { readonly around?: Written } | undefined)?.around ?? {};
  if (head === undefined || !isKept(object.address) || hasQuotedStrings(object)) return undefined;
  if (on !== undefined && on !== foldName((object.parent && goal.get(object.parent)?.name) ?? '')) return undefined;
  const text = head + body + tail;
  const last = meaningful(text).at(-1);
  const end = last ? text.slice(last.start + last.text.length) : '';
  // What follows a comment in a script must not become a part of it. SQLite does not keep the line break where it did not before.
  return /\S[^\n]*$/.test(end) ? `${text}\n` : text;
}
