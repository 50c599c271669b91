import type { Token } from '@sync/core';
import { closingAt, isSymbol, isWord, meaningful, nameIn, splitAtCommas, textOf } from './text.js';

/** Walks over a definition that the server has printed. What it does not know ends the walk with `undefined`: then a document cannot say it. */
export class DefinitionReader {
  private position = 0;
  private readonly tokens: readonly Token[];

  constructor(
    private readonly text: string,
    tokens?: readonly Token[],
  ) {
    this.tokens = tokens ?? meaningful(text);
  }

  get done(): boolean {
    return this.position >= this.tokens.length;
  }

  /** Steps over these words where they come next. */
  accept(...words: readonly string[]): boolean {
    if (!words.every((word, ahead) => isWord(this.tokens[this.position + ahead], word))) return false;
    this.position += words.length;
    return true;
  }

  /** Whether this word comes next. */
  sees(word: string): boolean {
    return isWord(this.tokens[this.position], word);
  }

  /** A name where one comes next. */
  name(): string | undefined {
    const token = this.tokens[this.position];
    if (token?.type !== 'word' && token?.type !== 'quoted') return undefined;
    this.position++;
    return nameIn(token);
  }

  /** A name that may carry its schema. */
  path(): readonly string[] {
    const path: string[] = [];
    for (let part = this.name(); part !== undefined; part = this.name()) {
      path.push(part);
      if (!isSymbol(this.tokens[this.position], '.')) break;
      this.position++;
    }
    return path;
  }

  /** What stands between parentheses, which are stepped over; as tokens. */
  group(): readonly Token[] | undefined {
    if (!isSymbol(this.tokens[this.position], '(')) return undefined;
    const end = closingAt(this.tokens, this.position);
    if (end < 0) return undefined;
    const inside = this.tokens.slice(this.position + 1, end);
    this.position = end + 1;
    return inside;
  }

  /** The names between parentheses. */
  names(): readonly string[] | undefined {
    const group = this.group();
    const names = group && splitAtCommas(group).map(([token]) => (token ? nameIn(token) : ''));
    return group && group.length === 2 * (names?.length ?? 0) - 1 ? names : undefined;
  }

  /** The text of an expression that stands as a call or between parentheses. */
  expression(): string | undefined {
    const start = this.position;
    while (this.tokens[this.position] && !isSymbol(this.tokens[this.position], '(')) {
      const token = this.tokens[this.position];
      if (token?.type !== 'word' && token?.type !== 'quoted' && !isSymbol(token, '.')) return undefined;
      this.position++;
    }
    const isCall = this.position > start;
    const group = this.group();
    if (!group) return undefined;
    return isCall ? this.written(start) : textOf(group, this.text);
  }

  /** Everything that is left, as it is written. */
  rest(): string {
    const start = this.position;
    this.position = this.tokens.length;
    return this.written(start);
  }

  /** The text from a position of `mark` on. */
  written(from: number): string {
    return textOf(this.tokens.slice(from, this.position), this.text);
  }

  get mark(): number {
    return this.position;
  }

  /** Whether this is a call or an expression in parentheses, and no bare name. */
  get seesExpression(): boolean {
    const [first, second] = this.tokens.slice(this.position, this.position + 2);
    return isSymbol(first, '(') || isSymbol(second, '(') || isSymbol(second, '.');
  }
}
