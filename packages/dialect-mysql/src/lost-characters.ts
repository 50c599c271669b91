import { type Lexis, SyncError, type Token, tokenizeMeaning } from '@sync/core';

/** A character that takes four bytes as UTF-8. The dictionary of the server knows those of three at most: https://dev.mysql.com/doc/refman/9.7/en/charset-metadata.html */
const wide = /[\u{10000}-\u{10FFFF}]/u;

/** Bytes that may hold one. */
const bytes = /^(?:0x|x'|X')[0-9a-f]*f[0-4][0-9a-f]*'?$/i;

/** What a statement makes, or changes. */
const makes = /^(?:TABLE|VIEW|INDEX|SEQUENCE|DATABASE|SCHEMA|FUNCTION|PROCEDURE|PACKAGE|TRIGGER|EVENT)$/;

/** What has a body, which the server keeps as it is written, but for its comment. */
const bodied = /^(?:FUNCTION|PROCEDURE|PACKAGE|TRIGGER|EVENT)$/;

/** What a statement makes or changes: something with a body, or something else; undefined where it does neither. */
export function definedIn(text: string, lexis: Lexis): 'body' | 'other' | undefined {
  if (!/\b(?:CREATE|ALTER)\b/i.test(text)) return undefined;
  const tokens = tokenizeMeaning(text, lexis);
  const verb = tokens[0]?.text.toUpperCase();
  const what = tokens.find((token) => makes.test(wordOf(token)));
  if ((verb !== 'CREATE' && verb !== 'ALTER') || !what) return undefined;
  return bodied.test(wordOf(what)) ? 'body' : 'other';
}

/**
 * Refuses a statement of a desired state that says what the server would keep as a question mark, in silence: a name, a comment, or a text of a table or a view, which it
 * shows with question marks even where it knows better.
 */
export function requireKeepable(text: string, lexis: Lexis): void {
  if (!wide.test(text) && !/(?:0x|x')[0-9a-f]*f[0-4]/i.test(text)) return;
  const tokens = tokenizeMeaning(text, lexis);
  const verb = tokens[0]?.text.toUpperCase();
  if (verb !== 'CREATE' && verb !== 'ALTER') return;
  const what = tokens.find((token) => makes.test(wordOf(token)));
  const hasBody = what !== undefined && bodied.test(wordOf(what));
  for (const [i, token] of tokens.entries()) {
    if ((token.type === 'word' || token.type === 'quoted') && wide.test(token.text)) throw lost('name', token);
    const isSaid = !hasBody || isComment(i, tokens);
    if (token.type === 'string' && wide.test(token.text) && isSaid) throw lost('text', token);
    if (!hasBody && bytes.test(token.text) && isDefaultText(i, tokens)) throw lost('text', token);
  }
}

function wordOf({ type, text }: Token): string {
  return type === 'word' ? text.toUpperCase() : '';
}

function isComment(at: number, tokens: readonly Token[]): boolean {
  const before = tokens[at - 1];
  const word = before?.text === '=' ? tokens[at - 2] : before;
  return word !== undefined && wordOf(word) === 'COMMENT';
}

/** Whether bytes are the default of a column of texts, as dumps write one with such a character. */
function isDefaultText(at: number, tokens: readonly Token[]): boolean {
  const digits = tokens[at]?.text.replace(/^(?:0x|x'|X')|'$/g, '') ?? '';
  const before = tokens[at - 1];
  if (!before || wordOf(before) !== 'DEFAULT' || !wide.test(Buffer.from(digits, 'hex').toString())) return false;
  for (let i = at - 1, depth = 0; i > 0; i--) {
    const token = tokens[i];
    if (token?.text === ')') depth++;
    else if (token?.text === '(') depth--;
    if (!token || depth < 0 || (depth === 0 && token.text === ',')) return false;
    if (depth === 0 && /^(?:N?(?:VAR)?CHAR|NATIONAL|CHARACTER|(?:TINY|MEDIUM|LONG)?TEXT|ENUM|SET)$/.test(wordOf(token)))
      return true;
  }
  return false;
}

function lost(what: 'name' | 'text', { text, start }: Token): SyncError {
  const kept = what === 'name' ? 'names' : 'the comments, defaults and expressions of what it keeps';
  return new SyncError({
    code: 'UNSUPPORTED',
    op: 'execute',
    message: `the server keeps ${kept} in characters of three bytes at most, and would make question marks of some in ${text}`,
    hint: 'Write it without characters of four bytes, such as emoji. Rows may hold them, and so may the bodies of routines, triggers and events.',
    details: { offset: start },
  });
}
