import { type DocumentNode, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { postgresLexis } from '../lexis.js';
import { keywords } from '../text/keywords.js';
import { quoteName } from '../text/names.js';

/** The tokens of a text that mean something. */
export function meaningful(text: string): readonly Token[] {
  return tokenizeMeaning(text, postgresLexis);
}

/** Whether a token is this symbol. */
export function isSymbol(token: Token | undefined, symbol: string): boolean {
  return token?.type === 'symbol' && token.text === symbol;
}

/** Whether a token is this bare word, given in upper case. */
export function isWord(token: Token | undefined, word: string): boolean {
  return token?.type === 'word' && token.text.toUpperCase() === word;
}

/** A text that is not empty. */
export function nonEmpty(node: DocumentNode, what: string): string {
  const text = node.text();
  return text === '' ? node.fail(`${what} is empty`) : text;
}

/** An expression or a query that a document holds. What would end it early is refused, so that nothing can be smuggled behind it. */
export function completeText(node: DocumentNode, what: string, text = nonEmpty(node, what)): string {
  return isComplete(meaningful(text))
    ? text
    : node.fail(`${what} is not complete in itself`, 'Check its parentheses and quotes, and leave out semicolons.');
}

/** Whether every parenthesis and quote is closed, and no semicolon stands there. */
export function isComplete(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(token, '(') || isSymbol(token, '[')) depth++;
    else if (isSymbol(token, ')') || isSymbol(token, ']')) depth--;
    if (depth < 0 || isSymbol(token, ';') || isUnclosed(token)) return false;
  }
  return depth === 0 && tokens.length > 0;
}

/** A quote that nothing closes swallows whatever follows. */
function isUnclosed({ type, text }: Token): boolean {
  if (type !== 'string' && type !== 'quoted') return false;
  const tag = /^\$[^$]*\$/.exec(text)?.[0];
  if (tag !== undefined) return text.length < 2 * tag.length || !text.endsWith(tag);
  const open = text.search(/['"]/);
  return open < 0 || text.length < open + 2 || text.at(-1) !== text[open];
}

/** Where the parenthesis that opens here is closed. */
export function closingAt(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (isSymbol(tokens[i], '(')) depth++;
    else if (isSymbol(tokens[i], ')') && --depth === 0) return i;
  }
  return -1;
}

/** Splits at the commas that no parentheses enclose. */
export function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(token, '(') || isSymbol(token, '[')) depth++;
    else if (isSymbol(token, ')') || isSymbol(token, ']')) depth--;
    if (depth === 0 && isSymbol(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The text that tokens stand in. */
export function textOf(tokens: readonly Token[], text: string): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? text.slice(first.start, last.start + last.text.length) : '';
}

/** Takes off parentheses that enclose everything. */
export function withoutParentheses(text: string): string {
  const tokens = meaningful(text);
  if (!isSymbol(tokens[0], '(') || closingAt(tokens, 0) !== tokens.length - 1) return text;
  return withoutParentheses(textOf(tokens.slice(1, -1), text));
}

/** The name that a token stands for. */
export function nameIn(token: Token): string {
  return unquote(token, postgresLexis);
}

/** Words that begin something else than a type's name in the place of a type. */
const notOfTypes = new Set(
  `NOT NULL DEFAULT CHECK PRIMARY UNIQUE REFERENCES CONSTRAINT GENERATED COLLATE AS USING DEFERRABLE INITIALLY STORAGE COMPRESSION`.split(
    ' ',
  ),
);

/** A type as a document writes it; the server knows which there are. */
export function typeIn(node: DocumentNode): string {
  const text = nonEmpty(node, 'the type');
  const tokens = meaningful(text);
  const wrong = tokens.some(
    (token) => token.type === 'string' || (token.type === 'word' && notOfTypes.has(token.text.toUpperCase())),
  );
  if (wrong || !isComplete(tokens) || splitAtCommas(tokens).length > 1)
    return node.fail(`${text} is more than a type`, 'Constraints and defaults have fields of their own.');
  return text;
}

/** A name that may carry its schema, as SQL: `app.mood`, or one name with a dot in quotes. */
export function pathIn(node: DocumentNode, what: string): string {
  const text = nonEmpty(node, what);
  const tokens = meaningful(text);
  const isPath = tokens.every((token, i) =>
    i % 2 === 1 ? token.text === '.' : token.type === 'quoted' || token.type === 'word',
  );
  if (!isPath || tokens.length % 2 === 0 || !isComplete(tokens)) return quoteName(text);
  return tokens.map((token) => (token.text === '.' ? '.' : quoteBare(token))).join('');
}

/** A bare word is a name as it is written here: `pg_catalog."C"` and `C` both mean C. */
function quoteBare(token: Token): string {
  return token.type === 'quoted' ? token.text : keywords.has(token.text) ? `"${token.text}"` : quoteName(token.text);
}

/** Reads a list of names. */
export function namesIn(node: DocumentNode): readonly string[] {
  const names = node.items().map((item) => nonEmpty(item, 'the column'));
  return names.length === 0 ? node.fail('a column is needed') : names;
}

/** Names as SQL, between parentheses. */
export function quoteList(names: readonly string[]): string {
  return `(${names.map(quoteName).join(', ')})`;
}
