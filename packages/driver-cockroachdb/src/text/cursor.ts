import { type Token, tokenizeMeaning, unquote } from '@sync/core';
import { cockroachLexis } from './lexis.js';

/** Goes through what the server prints. It prints keywords in capitals and bare names without, so that a column called `index` is no index. */
export class Cursor {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(private readonly text: string) {
    this.tokens = tokenizeMeaning(text, cockroachLexis);
  }

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Whether these keywords, or signs, come next. */
  sees(...words: readonly string[]): boolean {
    return words.every((word, i) => this.tokens[this.at + i]?.text === word);
  }

  /** Steps over these keywords, or signs, where they come next. */
  takes(...words: readonly string[]): boolean {
    const seen = this.sees(...words);
    if (seen) this.at += words.length;
    return seen;
  }

  /** The name that comes next. */
  name(): string {
    const token = this.tokens[this.at];
    if (token?.type !== 'word' && token?.type !== 'quoted') throw new UnreadText(this.text, this.place);
    this.at++;
    return unquote(token, cockroachLexis);
  }

  /** The names that come next, with dots between them. */
  path(): readonly string[] {
    const names = [this.name()];
    while (this.takes('.')) names.push(this.name());
    return names;
  }

  /** The name of an index behind that of its table, `@users_by_mail`, where there is one: the sign and a bare name are one token. */
  nameAtTable(): string | undefined {
    const { text } = this.tokens[this.at] ?? { text: '' };
    if (!text.startsWith('@')) return undefined;
    this.at++;
    return text === '@' ? this.name() : text.slice(1);
  }

  /** The text of a single token. */
  next(): string {
    const token = this.tokens[this.at];
    if (!token) throw new UnreadText(this.text, this.place);
    this.at++;
    return token.text;
  }

  /** What stands up to where the test holds, outside of all parentheses; without the room around it. */
  until(isEnd: (cursor: Cursor) => boolean): string {
    const from = this.place;
    let depth = 0;
    while (!this.isAtEnd && !(depth === 0 && isEnd(this))) {
      const { text } = this.tokens[this.at] as Token;
      if (text === '(' || text === '[') depth++;
      if (text === ')' || text === ']') depth--;
      this.at++;
    }
    return this.text.slice(from, this.endOfLast).trim();
  }

  /** All that is left. */
  rest(): string {
    return this.until(() => false);
  }

  /** What stands in the parentheses that come next, without them. */
  inParentheses(): string {
    this.requires('(');
    const inner = this.until((cursor) => cursor.sees(')'));
    this.requires(')');
    return inner;
  }

  /** The parts of such a list. */
  list(): readonly string[] {
    return partsOfList(this.inParentheses());
  }

  requires(...words: readonly string[]): void {
    if (!this.takes(...words)) throw new UnreadText(this.text, this.place);
  }

  private get place(): number {
    return this.tokens[this.at]?.start ?? this.text.length;
  }

  private get endOfLast(): number {
    const last = this.tokens[this.at - 1];
    return last ? last.start + last.text.length : 0;
  }
}

/** The parts of a list that commas divide. */
export function partsOfList(text: string): readonly string[] {
  const cursor = new Cursor(text);
  const parts: string[] = [];
  while (!cursor.isAtEnd) {
    parts.push(cursor.until((each) => each.sees(',')));
    cursor.takes(',');
  }
  return parts;
}

/** What the server prints in a way that is not known here. Whoever reads an object makes one that is left alone of it. */
export class UnreadText extends Error {
  constructor(text: string, place: number) {
    super(`it is not known how to read ${JSON.stringify(text.slice(place, place + 40))}`);
  }
}
