import { type DocumentNode, tokenizeMeaning } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { lexisWith } from '../lexis.js';
import { quoteText } from '../text/literal.js';
import { closingAt, isComplete } from './text.js';

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const truth = /^(?:TRUE|FALSE)$/i;
/** What may stand as a default without parentheses. */
const moment = /^(?:CURRENT_TIMESTAMP|NOW|LOCALTIME|LOCALTIMESTAMP)(?:\(\d?\))?$/i;
const keyword = /^(?:NULL|CURRENT_DATE|CURRENT_TIME|CURRENT_USER|UTC_TIMESTAMP|UTC_DATE|UTC_TIME)$/i;
const textual = /char|text|enum|set|blob|binary|json/i;
/** https://dev.mysql.com/doc/refman/9.7/en/data-type-defaults.html: these take no literal but in parentheses. */
const long = /text|blob|json|^(?:geometry|point|linestring|polygon|multi|geom)/i;

/**
 * Reads a default by the rule that `docs/documents.md` gives: a plain text is a literal, but for NULL, CURRENT_…, a quoted literal, a function call and what stands in
 * parentheses; and for numbers, TRUE and FALSE where the column does not hold text.
 */
function defaultText(text: string, typeText: string, flavour: Flavour): string {
  // What an ENUM lists may be called as a type is.
  const type = typeText.replace(/\(.*/s, '');
  const trimmed = text.trim();
  if (/^NULL$/i.test(trimmed) || moment.test(trimmed)) return trimmed;
  if (keyword.test(trimmed)) return `(${trimmed})`;
  if (!textual.test(type) && (number.test(trimmed) || truth.test(trimmed))) return trimmed;
  const tokens = tokenizeMeaning(trimmed, lexisWith(flavour.executedComments));
  const literal = (written: string) => (flavour.wrapsLongDefaults && long.test(type) ? `(${written})` : written);
  if (isComplete(tokens)) {
    const [first, second] = tokens;
    if (closingAt(tokens, 0) === tokens.length - 1) return trimmed;
    if (tokens.length === 1 && first?.type === 'string') return literal(trimmed);
    if (tokens.length === 2 && /^[bx]$/i.test(first?.text ?? '') && second?.type === 'string') return literal(trimmed);
    const isNear = first && second && first.start + first.text.length === second.start;
    if (first?.type === 'word' && isNear && closingAt(tokens, 1) === tokens.length - 1) return `(${trimmed})`;
  }
  return literal(quoteText(text));
}

/** Reads a column's default, as SQL. */
export function readDefault(node: DocumentNode, type: string, flavour: Flavour): string {
  const value = node.text();
  if (value.includes('\0')) node.fail('a default cannot hold a NUL character');
  return defaultText(value, type, flavour);
}

/** The shortest way to write a default of the server's that reads back as the same. */
export function writtenDefault(normal: string, type: string, flavour: Flavour): string {
  const inner = /^\(?'((?:[^'\\]|'')*)'\)?$/s.exec(normal)?.[1]?.replaceAll("''", "'");
  const forms = [...(inner === undefined ? [] : [inner]), normal];
  return forms.find((form) => defaultText(form, type, flavour) === normal) ?? `(${normal})`;
}
