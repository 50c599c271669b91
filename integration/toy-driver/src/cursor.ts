import { type Token, tokenize, unquote } from '@sync/core';
import { toyDialect } from './dialect.js';

/** Walks over the tokens of one statement. */
export class Cursor {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(
    text: string,
    private readonly params: readonly unknown[] = [],
  ) {
    this.tokens = [...tokenize(text, toyDialect.lexis)].filter(({ type }) => type !== 'space' && type !== 'comment');
  }

  /** Moves on when these words come next. */
  takes(words: string): boolean {
    const parts = words.split(' ');
    if (!parts.every((part, i) => this.tokens[this.at + i]?.text.toUpperCase() === part)) return false;
    this.at += parts.length;
    return true;
  }

  expect(words: string): void {
    if (!this.takes(words)) throw new Error(`${words} expected, not ${this.tokens[this.at]?.text ?? 'the end'}`);
  }

  name(): string {
    const token = this.next();
    if (token.type !== 'word' && token.type !== 'quoted') throw new Error(`a name expected, not ${token.text}`);
    return unquote(token, toyDialect.lexis);
  }

  /** A literal, or the parameter that stands in its place. */
  value(): unknown {
    if (this.takes(':')) return this.params[this.number() - 1];
    const token = this.next();
    if (token.type === 'string') return token.text.slice(1, -1).replaceAll("''", "'");
    if (token.type === 'number') return Number(token.text);
    if (token.text.toUpperCase() === 'NULL') return null;
    throw new Error(`a value expected, not ${token.text}`);
  }

  number(): number {
    const value = Number(this.next().text);
    if (!Number.isSafeInteger(value)) throw new Error('a whole number expected');
    return value;
  }

  list<T>(item: () => T): readonly T[] {
    const items = [item()];
    while (this.takes(',')) items.push(item());
    return items;
  }

  inBrackets<T>(item: () => T): readonly T[] {
    this.expect('(');
    const items = this.list(item);
    this.expect(')');
    return items;
  }

  end(): void {
    const token = this.tokens[this.at];
    if (token) throw new Error(`the end expected, not ${token.text}`);
  }

  private next(): Token {
    const token = this.tokens[this.at++];
    if (!token) throw new Error('more expected');
    return token;
  }
}
