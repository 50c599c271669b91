import type { Lexis } from '../../contract/lexis.js';

/** What a token is. A `quoted` token is an identifier in quotes; a `word` is a bare identifier or keyword. */
export type TokenType = 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'comment' | 'space';

/** A piece of SQL text. `text` is exactly what was written. */
export interface Token {
  readonly type: TokenType;
  readonly text: string;
  /** Offset in the text. */
  readonly start: number;
}

const space = /\s+/y;
const word = /[\p{L}_$@#\u0080-\u{10ffff}][\p{L}\p{N}_$#\u0080-\u{10ffff}]*/uy;
const number = /(?:0[xX][0-9a-fA-F]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/y;
const dollar = /\$[\p{L}_]?[\p{L}\p{N}_]*\$/uy;

/** Splits SQL text into tokens; nothing is dropped, so that joining the texts gives the input back. */
export function tokenize(text: string, lexis: Lexis): Token[] {
  return scan(text, lexis, true);
}

/** The tokens that mean something: all but spaces and comments. */
export function tokenizeMeaning(text: string, lexis: Lexis): Token[] {
  return scan(text, lexis, false);
}

function scan(text: string, lexis: Lexis, withBlanks: boolean): Token[] {
  const tokens: Token[] = [];
  const scanner = new Scanner(text, lexis);
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (withBlanks || (token.type !== 'space' && token.type !== 'comment')) tokens.push(token);
  }
  return tokens;
}

/** What ends a statement behind a line that tells the client so; undefined for any other token. */
export function delimiterIn({ type, text }: Token, { delimiterCommand }: Lexis): string | undefined {
  if (delimiterCommand === undefined || type !== 'comment') return undefined;
  const [command, delimiter] = text.split(/\s+/, 2);
  return command?.toUpperCase() === delimiterCommand ? delimiter : undefined;
}

/** A token as it is executed: the marks of a comment whose content counts are room between others. */
export function executedText({ type, text }: Token): string {
  return type === 'space' && (text.startsWith('/') || text.startsWith('*')) ? ' '.repeat(text.length) : text;
}

/** The name inside a `word` or `quoted` token, quotes and doubling taken off. */
export function unquote(token: Token, lexis: Lexis): string {
  if (token.type === 'word') return lexis.bareNames === 'lower' ? lowerAscii(token.text) : token.text;
  const open = token.text[0] ?? '';
  const pair = lexis.identifierQuotes.find(([opening]) => opening === open);
  const close = pair?.[1] ?? open;
  return token.text.slice(1, -1).replaceAll(close + close, close);
}

/** Engines that fold names do so with the letters of ASCII only. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Reads one token after the other, in a lexis that may become another between two of them. */
export class Scanner {
  /** Where the token ends that was read last. */
  private end = 0;
  /** What ends a statement, where a line has said so. */
  private delimiter: string | undefined;
  /** Whether what is read stands in a comment whose content counts. */
  private isExecuted = false;

  private alone: ReadonlySet<number>;

  constructor(
    private readonly text: string,
    private lexis: Lexis,
  ) {
    this.alone = symbolsOf(lexis);
  }

  /** The next token; undefined behind the last one. */
  next(): Token | undefined {
    const start = this.end;
    if (start >= this.text.length) return undefined;
    const type = this.read(start);
    return { type, text: this.text.slice(start, this.end), start };
  }

  /** Reads what is still to come as another lexis has it. */
  goOnIn(lexis: Lexis): void {
    this.lexis = lexis;
    this.alone = symbolsOf(lexis);
  }

  private read(start: number): TokenType {
    const { text, lexis } = this;
    const code = text.charCodeAt(start);
    const told = this.told(start);
    if (told) return told;
    if (isAsciiSpace(code)) return this.found('space', spaceEnd(text, start));
    if (isAsciiLetter(code)) {
      const string = this.escapedString(start);
      return string === undefined ? this.foundWord(start, wordEnd(text, start)) : this.found('string', string);
    }
    if (this.alone.has(code)) return this.found('symbol', start + 1);
    const char = text.charAt(start);
    if (lexis.lineComments.some((opening) => text.startsWith(opening, start))) {
      const newline = text.indexOf('\n', start);
      return this.found('comment', newline < 0 ? text.length : newline);
    }
    if (text.startsWith('/*', start)) return this.found('comment', blockComment(text, start, lexis.nestedComments));
    if (lexis.dollarQuotes && char === '$') {
      const tag = match(dollar, text, start);
      if (tag) return this.found('string', closing(text, tag, text.slice(start, tag)));
    }
    if (lexis.stringQuotes.includes(char)) {
      return this.found('string', quotedEnd(text, start + 1, char, lexis.backslashEscapes));
    }
    const identifier = lexis.identifierQuotes.find(([open]) => open === char);
    if (identifier) return this.found('quoted', quotedEnd(text, start + 1, identifier[1], false));
    return this.unquoted(start);
  }

  /** What a line to the client, or a comment whose content counts, has announced. */
  private told(start: number): TokenType | undefined {
    const { text, lexis, delimiter } = this;
    if (delimiter !== undefined && text.startsWith(delimiter, start))
      return this.found('symbol', start + delimiter.length);
    if (this.isExecuted && text.startsWith('*/', start)) {
      this.isExecuted = false;
      return this.found('space', start + 2);
    }
    const mark = lexis.executedComments && match(lexis.executedComments, text, start);
    if (mark) {
      this.isExecuted = true;
      return this.found('space', mark);
    }
    const { delimiterCommand } = lexis;
    if (delimiterCommand === undefined || !isCommand(text, start, delimiterCommand)) return undefined;
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    this.delimiter = text.slice(start, end).split(/\s+/, 2)[1];
    return this.found('comment', end);
  }

  /** The end of a string with a prefix that gives backslashes a meaning. */
  private escapedString(start: number): number | undefined {
    const { text, lexis } = this;
    const quote = text.charAt(start + 1);
    if (!lexis.escapePrefixes || !lexis.stringQuotes.includes(quote)) return undefined;
    if (!lexis.escapePrefixes.includes(text.charAt(start).toUpperCase())) return undefined;
    return quotedEnd(text, start + 2, quote, true);
  }

  private unquoted(start: number): TokenType {
    const { text, lexis } = this;
    const digits = match(number, text, start);
    if (digits) return this.found('number', digits);
    const letters = match(word, text, start);
    if (letters) return this.foundWord(start, letters);
    const blank = match(space, text, start);
    if (blank) return this.found('space', blank);
    const operator = lexis.operators.find((candidate) => text.startsWith(candidate, start));
    return this.found('symbol', start + (operator?.length ?? 1));
  }

  private found(type: TokenType, end: number): TokenType {
    this.end = end;
    return type;
  }

  /** A word ends where a delimiter begins, which may be of letters itself. */
  private foundWord(start: number, end: number): TokenType {
    const { delimiter, text } = this;
    const ahead = delimiter === undefined ? -1 : text.slice(start, end).indexOf(delimiter);
    return this.found('word', ahead > 0 ? start + ahead : end);
  }
}

const known = new WeakMap<Lexis, ReadonlySet<number>>();

/** The commonest symbols, as far as nothing longer begins with them in this engine: most of what is no word and no space. */
function symbolsOf(lexis: Lexis): ReadonlySet<number> {
  let alone = known.get(lexis);
  if (!alone) {
    const { operators, lineComments, stringQuotes, identifierQuotes } = lexis;
    const begun = new Set(
      [...operators, ...lineComments, ...stringQuotes, ...identifierQuotes.flat()].map((text) => text.charCodeAt(0)),
    );
    alone = new Set([...'(),;=<>+*'].map((char) => char.charCodeAt(0)).filter((code) => !begun.has(code)));
    known.set(lexis, alone);
  }
  return alone;
}

/** Whether a line begins here with this command and something behind it. */
function isCommand(text: string, start: number, command: string): boolean {
  const end = start + command.length;
  if (text.slice(start, end).toUpperCase() !== command || !/^[ \t]+\S/.test(text.slice(end, end + 80))) return false;
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
}

function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function spaceEnd(text: string, start: number): number {
  let end = start + 1;
  while (isAsciiSpace(text.charCodeAt(end))) end++;
  return end;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

/** Most words are ASCII, and a loop over codes reads those several times faster than the expression for all of Unicode. */
function wordEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isAsciiLetter(code) || (code >= 48 && code <= 57)) continue;
    return code < 128 && code !== 36 && code !== 35 ? i : (match(word, text, start) ?? i);
  }
  return text.length;
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex > at ? pattern.lastIndex : undefined;
}

function closing(text: string, from: number, mark: string): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end + mark.length;
}

function quotedEnd(text: string, from: number, close: string, backslash: boolean): number {
  for (let i = from; i < text.length; i++) {
    if (backslash && text[i] === '\\') i++;
    else if (text[i] === close) {
      if (text[i + 1] !== close) return i + 1;
      i++;
    }
  }
  return text.length;
}

function blockComment(text: string, start: number, nested: boolean): number {
  let depth = 1;
  for (let i = start + 2; i < text.length; i++) {
    if (text.startsWith('*/', i)) {
      depth--;
      i++;
      if (depth === 0) return i + 1;
    } else if (nested && text.startsWith('/*', i)) {
      depth++;
      i++;
    }
  }
  return text.length;
}
