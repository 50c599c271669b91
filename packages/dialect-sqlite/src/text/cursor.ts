import { SyncError, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { sqliteLexis } from '../lexis.js';

/** Walks over the tokens of one statement that the server has accepted, without its spaces and comments. */
export class Cursor {
  private position = 0;
  constructor(readonly tokens: readonly Token[]) {}

  /** Over a whole text. */
  static over(text: string): Cursor {
    return new Cursor(meaningful(text));
  }

  get done(): boolean {
    return this.position >= this.tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.position + ahead];
  }

  next(): Token {
    const token = this.tokens[this.position++];
    if (!token) throw unreadable('it ends too early');
    return token;
  }

  /** Whether these bare words come next. */
  sees(...words: readonly string[]): boolean {
    return words.every((word, ahead) => isWord(this.peek(ahead), word));
  }

  seesSymbol(symbol: string): boolean {
    const token = this.peek();
    return token?.type === 'symbol' && token.text === symbol;
  }

  /** Steps over these words where they come next. */
  accept(...words: readonly string[]): boolean {
    if (!this.sees(...words)) return false;
    this.position += words.length;
    return true;
  }

  acceptSymbol(symbol: string): boolean {
    if (!this.seesSymbol(symbol)) return false;
    this.position++;
    return true;
  }

  expect(...words: readonly string[]): void {
    if (!this.accept(...words)) throw unreadable(`${words.join(' ')} was expected at ${this.here()}`);
  }

  expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) throw unreadable(`${symbol} was expected at ${this.here()}`);
  }

  /** A name: SQLite takes bare words, all three quotes, and string literals. */
  name(): string {
    const token = this.next();
    if (token.type === 'word' || token.type === 'quoted' || token.type === 'string') return nameIn(token);
    throw unreadable(`a name was expected at ${token.text}`);
  }

  /** The last part of a name that may carry its schema. */
  qualifiedName(): string {
    const name = this.name();
    return this.acceptSymbol('.') ? this.name() : name;
  }

  /** What stands between parentheses, which are stepped over. */
  group(): readonly Token[] {
    this.expectSymbol('(');
    const inside: Token[] = [];
    for (let depth = 1; ; ) {
      const token = this.next();
      if (isSymbol(token, '(')) depth++;
      else if (isSymbol(token, ')') && --depth === 0) return inside;
      inside.push(token);
    }
  }

  /** All that is left. */
  rest(): readonly Token[] {
    const rest = this.tokens.slice(this.position);
    this.position = this.tokens.length;
    return rest;
  }

  private here(): string {
    return this.peek()?.text ?? 'the end';
  }
}

/** The tokens of a text that mean something. */
export function meaningful(text: string): readonly Token[] {
  return tokenizeMeaning(text, sqliteLexis);
}

/** The name that a token stands for. */
export function nameIn(token: Token): string {
  return token.type === 'string' ? token.text.slice(1, -1).replaceAll("''", "'") : unquote(token, sqliteLexis);
}

/** Whether a token is this bare word. */
export function isWord(token: Token | undefined, word: string): boolean {
  return token?.type === 'word' && token.text.length === word.length && token.text.toUpperCase() === word;
}

/** Whether a token is this symbol. */
export function isSymbol(token: Token | undefined, symbol: string): boolean {
  return token?.type === 'symbol' && token.text === symbol;
}

/** Splits at the commas that no parentheses enclose. */
export function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')')) depth--;
    if (depth === 0 && isSymbol(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Puts parentheses round tokens. */
export function inParentheses(tokens: readonly Token[]): readonly Token[] {
  const bracket = (text: string): Token => ({ type: 'symbol', text, start: 0 });
  return [bracket('('), ...tokens, bracket(')')];
}

/** Takes off parentheses that enclose everything. */
export function withoutOuterParentheses(tokens: readonly Token[]): readonly Token[] {
  let inner = tokens;
  while (isSymbol(inner[0], '(') && closesAtEnd(inner)) inner = inner.slice(1, -1);
  return inner;
}

function closesAtEnd(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')') && --depth === 0) return i === tokens.length - 1;
  }
  return false;
}

/** A text of the schema that this reader does not understand; the inspection reports it and goes on. */
export function unreadable(why: string): SyncError {
  return new SyncError({ code: 'UNSUPPORTED', op: 'inspect', message: `the definition cannot be read: ${why}` });
}
