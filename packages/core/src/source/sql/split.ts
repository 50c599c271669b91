import type { Dialect } from '../../contract/dialect.js';
import type { Lexis } from '../../contract/lexis.js';
import { delimiterIn, executedText, Scanner, type Token } from './tokens.js';

/** One statement of a file, with the comments that stand before it and where it begins. */
export interface SqlStatement {
  /** Without the terminator and without the comments around it. */
  readonly text: string;
  readonly file: string;
  /** From 1, of the statement's first word. */
  readonly line: number;
  /** The line of its terminator, or of its end where it has none. */
  readonly endLine: number;
  /** All tokens of the text, and those of the comments before it. */
  readonly tokens: readonly Token[];
  readonly leading: readonly Token[];
  /** The leading bare words in upper case: `['CREATE', 'TABLE', 'USERS']`. */
  readonly words: readonly string[];
  /** What it is written in, where a statement above it says that this is not what its file began in. */
  readonly dialect?: Dialect;
}

/** A file's statements, and the comments after the last one, which belong to none. */
export interface SplitFile {
  readonly statements: readonly SqlStatement[];
  readonly trailing: readonly Token[];
  /** The line of an offset, from 1. */
  readonly lineAt: (offset: number) => number;
  /** `line:column` of an offset, both from 1. */
  readonly placeAt: (offset: number) => string;
}

/** Splits SQL text into statements. Comments between statements belong to the one that follows. */
export function splitSql(text: string, file: string, lexis: Lexis): readonly SqlStatement[] {
  return splitFile(text, file, { lexis }).statements;
}

/** What splitting has to know of a dialect. */
type Written = Pick<Dialect, 'lexis' | 'below'>;

/** Splits SQL text and keeps what the statements alone do not tell. */
export function splitFile(text: string, file: string, first: Written): SplitFile {
  const statements: SqlStatement[] = [];
  const lines = lineIndex(text);
  const scanner = new Scanner(text, first.lexis);
  let written: Written = first;
  let dialect: Dialect | undefined;
  let leading: Token[] = [];
  let tokens: Token[] = [];
  let body = new Body(first.lexis);
  const flush = (terminator?: Token) => {
    const statement = assemble({ tokens, leading, ...(terminator && { terminator }) }, file, lines);
    // Comments before a lone semicolon belong to what follows it.
    if (statement) {
      statements.push(dialect ? { ...statement, dialect } : statement);
      leading = [];
      const below = written.below?.(statement);
      if (below) {
        dialect = below;
        written = below;
        scanner.goOnIn(below.lexis);
      }
    }
    tokens = [];
    body = new Body(written.lexis);
  };
  let delimiter = ';';
  for (let token = scanner.next(); token; token = scanner.next()) {
    const told = delimiterIn(token, written.lexis);
    if (told !== undefined) {
      delimiter = told;
      continue;
    }
    if (tokens.length === 0 && (token.type === 'comment' || token.type === 'space')) {
      if (token.type === 'comment') leading.push(token);
      continue;
    }
    // Whoever says what ends a statement means it to be nothing else.
    if (token.text === delimiter && (delimiter !== ';' || !body.open)) flush(token);
    else {
      tokens.push(token);
      body.see(token);
    }
  }
  const trailing = tokens.length === 0 ? leading : [];
  flush();
  const placeAt = (offset: number) => `${lines(offset)}:${offset - text.lastIndexOf('\n', offset - 1)}`;
  return { statements, trailing, lineAt: lines, placeAt };
}

/** Words after which an expression has to follow, so that an `end` there is somebody's column. */
const beforeOperand = /^(CASE|WHEN|THEN|ELSE|AND|OR|NOT|IN|IS|LIKE|BETWEEN|SELECT|WHERE|SET|BY|ON|OF|FROM|INTO)$/;

/** Follows BEGIN … END bodies and lists of statements in parentheses, whose semicolons end nothing. */
class Body {
  private words: string[] = [];
  private depth = 0;
  private parentheses = 0;
  /** The last token that was neither space nor comment. */
  private previous: Token | undefined;
  /** Whether the last word was an END of which the next one tells what it ends. */
  private ending = false;
  /** The routine that a module has come to, and no body of which has begun: whether that may still be to come, or declarations are before it. */
  private member: 'none' | 'announced' | 'declares' | 'bare' = 'none';
  private isModule = false;
  constructor(private readonly lexis: Lexis) {}

  get open(): boolean {
    return this.depth - (this.ending ? 1 : 0) > 0 || (this.parentheses > 0 && this.lists());
  }

  see(token: Token): void {
    if (token.type === 'space' || token.type === 'comment') return;
    if (token.type === 'symbol') this.parentheses += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    if (token.type === 'word' && this.words.length < 8) this.words.push(token.text.toUpperCase());
    const compound = this.lexis.compound;
    const word = token.type === 'word' ? token.text.toUpperCase() : '';
    if (this.ending) {
      this.ending = false;
      const isOther = compound?.closers?.test(word) ?? false;
      if (!isOther) this.depth--;
      // `END CASE` opens nothing again.
      if (isOther || compound?.nested.test(word)) return;
    }
    if (this.isModule && this.depth === 1 && token.text === ';' && this.member !== 'declares') this.member = 'none';
    if (compound && token.type === 'word' && this.previous?.text !== '.') this.word(word, compound);
    this.previous = token;
  }

  private lists(): boolean {
    return this.lexis.listing?.test(this.words.join(' ')) ?? false;
  }

  private word(word: string, compound: NonNullable<Lexis['compound']>): void {
    if (this.isModule && this.depth === 1 && this.inModule(word, compound)) return;
    if (this.depth === 0) {
      if (compound.module?.head.test(this.words.join(' '))) {
        this.isModule = true;
        this.depth = 1;
        return;
      }
      const opens = compound.open.test(word) && (compound.after?.test(this.previous?.text ?? '') ?? true);
      if (opens && compound.head.test(this.words.join(' '))) this.depth = 1;
    } else if (word === 'END') {
      if (!this.endsHere(compound)) return;
      if (compound.closers) this.ending = true;
      else this.depth--;
    } else if (compound.nested.test(word)) this.depth++;
  }

  /** Whether a word between the routines of a module says no more than how they go on. What begins where no routine is to come sets the module up, and ends with it. */
  private inModule(word: string, { module, open }: NonNullable<Lexis['compound']>): boolean {
    if (!module) return false;
    if (this.parentheses > 0) return true;
    if (module.member.test(word)) this.member = 'announced';
    else if (this.member === 'announced' && module.declares.test(word)) this.member = 'declares';
    else if (this.member === 'announced' && module.query.test(word)) this.member = 'bare';
    else if (open.test(word)) {
      if (this.member !== 'none') this.depth++;
      this.member = 'none';
    } else return false;
    return true;
  }

  /** `end` is a keyword where a statement or an expression is complete, and a name elsewhere. */
  private endsHere({ open }: NonNullable<Lexis['compound']>): boolean {
    const before = this.previous;
    if (!before) return false;
    if (before.type === 'symbol') return before.text === ';' || (this.depth > 1 && before.text === ')');
    if (before.type === 'word') {
      const word = before.text.toUpperCase();
      return this.depth > 1 ? !beforeOperand.test(word) : open.test(word);
    }
    return this.depth > 1;
  }
}

function assemble(
  {
    tokens,
    leading,
    terminator,
  }: { readonly tokens: readonly Token[]; readonly leading: readonly Token[]; readonly terminator?: Token },
  file: string,
  lines: (offset: number) => number,
): SqlStatement | undefined {
  const first = tokens[0];
  if (!first) return undefined;
  const words: string[] = [];
  for (const token of tokens) {
    if (token.type === 'word') words.push(token.text.toUpperCase());
    else if (token.type !== 'space' && token.type !== 'comment') break;
    if (words.length === 6) break;
  }
  const last = tokens.findLastIndex((token) => token.type !== 'space' && token.type !== 'comment');
  const text = tokens
    .slice(0, last + 1)
    .map(executedText)
    .join('');
  const end = terminator ?? tokens[last] ?? first;
  const endLine = lines(end.start + end.text.length - 1);
  return { text, file, line: lines(first.start), endLine, tokens, leading, words };
}

/** Gives the line of an offset, from 1, by binary search. */
export function lineIndex(text: string): (offset: number) => number {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
