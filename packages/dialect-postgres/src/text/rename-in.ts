import { type Brought, type Token, tokenize, unquote } from '@sync/core';
import { postgresLexis } from '../lexis.js';
import { quoteText } from './literal.js';
import { quoteName, quotePath } from './names.js';

/**
 * An expression over one table's columns, as the server prints it, with a column renamed. A name after a dot, after a cast or before a parenthesis is no column's
 * here: the server qualifies everything but columns.
 */
export function renameColumnIn(text: string, from: string, to: string): string {
  const tokens = tokenize(text, postgresLexis);
  const columns = new Set(columnTokens(tokens, from));
  return tokens.map((token) => (columns.has(token) ? quoteName(to) : token.text)).join('');
}

/** Whether such an expression uses a column. */
export function mentionsColumn(text: string, name: string): boolean {
  return columnTokens(tokenize(text, postgresLexis), name).length > 0;
}

function columnTokens(tokens: readonly Token[], name: string): readonly Token[] {
  const meaningful = tokens.filter(({ type }) => type !== 'space' && type !== 'comment');
  return meaningful.filter((token, i) => isNamed(token, name) && isAlone(meaningful[i - 1], meaningful[i + 1]));
}

/** What a trigger does, as the server prints it, with a column of its table renamed: it says `new.a` and `old.a`. */
export function renameRowColumnIn(text: string, from: string, to: string): string {
  const tokens = tokenize(text, postgresLexis);
  const rows = new Set(['new', 'old']);
  return tokens
    .map((token, i) => {
      const isPath = isNamed(token, from) && tokens[i - 1]?.text === '.' && rows.has(tokens[i - 2]?.text ?? '');
      return isPath && tokens[i - 3]?.text !== '.' && tokens[i + 1]?.text !== '(' ? quoteName(to) : token.text;
    })
    .join('');
}

/** A name with its schema. */
export type QualifiedName = readonly [schema: string, name: string];

/** The same text with something called otherwise, which the server always writes with its schema. */
export function renameRelationIn(text: string, [schema, from]: QualifiedName, [nextSchema, to]: QualifiedName): string {
  const tokens = tokenize(text, postgresLexis);
  const isSchema = (i: number) => {
    const [token, dot, name] = tokens.slice(i, i + 3);
    return token && isNamed(token, schema) && dot?.text === '.' && name !== undefined && isNamed(name, from);
  };
  return tokens
    .map((token, i) => (isSchema(i) ? quoteName(nextSchema) : isSchema(i - 2) ? quoteName(to) : token.text))
    .join('');
}

/** The same text with a schema called otherwise; one in which nothing else stands before a dot. */
export function renameSchemaIn(text: string, from: string, to: string): string {
  const tokens = tokenize(text, postgresLexis);
  const isSchema = (i: number, token: Token) =>
    isNamed(token, from) && tokens[i + 1]?.text === '.' && tokens[i - 1]?.text !== '.';
  return tokens.map((token, i) => (isSchema(i, token) ? quoteName(to) : token.text)).join('');
}

/** The same text with a relation called otherwise where it is written as a value of type regclass: `nextval('public.t_id_seq'::regclass)`. */
export function renameClassIn(text: string, from: QualifiedName, to: QualifiedName): string {
  const written = quoteText(quotePath(...from));
  return tokenize(text, postgresLexis)
    .map((token) => (token.type === 'string' && token.text === written ? quoteText(quotePath(...to)) : token.text))
    .join('');
}

/**
 * The same text with all that something brings along in another schema: types, functions and operators by their names (`OPERATOR(public.=)`), and what is written as a
 * value (`'public.unaccent'::regdictionary`).
 */
export function renameBroughtIn(text: string, { names, from, to }: Brought): string {
  const [[schema = ''], [next = '']] = [from, to];
  const all = new Set(names);
  const tokens = tokenize(text, postgresLexis);
  const written = new Map(names.map((name) => [quoteText(quotePath(schema, name)), name]));
  return tokens
    .map((token, i) => {
      if (token.type === 'string') {
        const name = written.get(token.text);
        return name === undefined ? token.text : quoteText(quotePath(next, name));
      }
      const isPath = isNamed(token, schema) && tokens[i + 1]?.text === '.' && tokens[i - 1]?.text !== '.';
      return isPath && all.has(nameAt(tokens, i + 2)) ? quoteName(next) : token.text;
    })
    .join('');
}

/** The name that stands here; that of an operator may be several tokens, up to its parenthesis. */
function nameAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  if (token?.type === 'quoted') return unquote(token, postgresLexis);
  if (token?.type === 'word') return token.text;
  const end = tokens.findIndex((each, i) => i >= at && each.text === ')');
  return tokens
    .slice(at, end)
    .map((each) => each.text)
    .join('');
}

function isNamed(token: Token, name: string): boolean {
  // A bare word may be a keyword, but never one that the server would have to quote as a name.
  if (token.type === 'word') return token.text === name && quoteName(name) === name;
  return token.type === 'quoted' && unquote(token, postgresLexis) === name;
}

function isAlone(before: Token | undefined, after: Token | undefined): boolean {
  return before?.text !== '.' && before?.text !== '::' && after?.text !== '.' && after?.text !== '(';
}
