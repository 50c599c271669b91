import type { Token } from '@sync/core';
import { isSymbol, isWord, nameIn, withoutOuterParentheses } from './cursor.js';
import { contextualWords, reservedWords } from './keywords.js';
import { layOut, type Piece } from './layout.js';
import { foldName, quoteName, quoteText, writeName } from './names.js';

/** What names in an expression of a table can mean: its columns, and the table itself. All folded. */
export interface ExpressionScope {
  readonly table: string;
  readonly columns: ReadonlySet<string>;
  /** Columns to be written under a new name. */
  readonly renamed?: ReadonlyMap<string, string>;
}

const currentTimes: ReadonlySet<string> = new Set(['CURRENT_DATE', 'CURRENT_TIME', 'CURRENT_TIMESTAMP']);
const rowidNames: ReadonlySet<string> = new Set(['rowid', '_rowid_', 'oid']);
const sameOperators: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };
const endsOperand: ReadonlySet<string> = new Set(['NULL', 'ISNULL', 'NOTNULL', 'END']);

/**
 * Writes an expression of a table (a check, a generated column, an index term) in one form for all its spellings: keywords upper case, names folded and quoted
 * only where they must be, string literals untouched. A `"x"` that names no column is the string that SQLite reads in it.
 */
export function normaliseExpression(tokens: readonly Token[], scope: ExpressionScope): string {
  return layOut(new ExpressionWriter(withoutOuterParentheses(tokens), scope).write());
}

/** The columns that an expression mentions, folded. */
export function columnsIn(tokens: readonly Token[], scope: ExpressionScope): ReadonlySet<string> {
  const writer = new ExpressionWriter(tokens, scope);
  writer.write();
  return writer.mentioned;
}

/** Whether a `"x"` in an expression is a string because it names no column. */
export function holdsQuotedString(tokens: readonly Token[], scope: ExpressionScope): boolean {
  if (!tokens.some((token) => token.type === 'quoted' && token.text[0] === '"')) return false;
  const writer = new ExpressionWriter(tokens, scope);
  writer.write();
  return writer.quotedString;
}

class ExpressionWriter {
  readonly mentioned = new Set<string>();
  quotedString = false;
  private readonly pieces: Piece[] = [];
  /** Whether an operand is expected next; a contextual keyword is a name there and an operator elsewhere. */
  private operand = true;
  private position = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly scope: ExpressionScope,
  ) {}

  write(): readonly Piece[] {
    for (; this.position < this.tokens.length; this.position++) {
      const token = this.tokens[this.position] as Token;
      if (token.type === 'symbol') this.symbol(token.text);
      else if (token.type === 'string') this.put(token.text, 'operand');
      else if (token.type === 'number') this.put(token.text.toLowerCase(), 'operand');
      else if (token.type === 'quoted') this.quoted(token);
      else this.word(token);
    }
    return this.pieces;
  }

  private get following(): Token | undefined {
    return this.tokens[this.position + 1];
  }

  private put(text: string, type: Piece['type']): void {
    this.pieces.push({ text, type });
    this.operand = type !== 'operand' && text !== ')';
  }

  private symbol(text: string): void {
    if (text === '(' || text === ')' || text === ',' || text === '.') this.put(text, 'punctuation');
    else if (this.operand && /^[-+~]$/.test(text)) this.put(text, 'unary');
    else if (this.operand && text === '*') this.put(text, 'operand');
    else this.put(sameOperators[text] ?? text, 'operator');
  }

  private quoted(token: Token): void {
    const name = foldName(nameIn(token));
    if (isSymbol(this.following, '(')) this.put(writeName(name), 'call');
    else if (this.isColumn(name) || this.isQualified() || token.text[0] !== '"') this.name(name);
    else {
      this.quotedString = true;
      this.put(quoteText(nameIn(token)), 'operand');
    }
  }

  private word(token: Token): void {
    const upper = token.text.toUpperCase();
    const { following } = this;
    if (upper === 'X' && following?.type === 'string' && following.start === token.start + 1) {
      this.position++;
      this.put(`x${following.text.toLowerCase()}`, 'operand');
    } else if (this.isQualified()) this.name(foldName(token.text));
    else if (upper === 'COLLATE') this.collation();
    else if (reservedWords.has(upper)) this.keyword(upper);
    else if (this.operand) this.operandWord(token, upper);
    else if (contextualWords.has(upper)) this.keyword(upper);
    else this.name(foldName(token.text));
  }

  private operandWord(token: Token, upper: string): void {
    const name = foldName(token.text);
    if (upper === 'CAST' && isSymbol(this.following, '(')) this.cast();
    else if (upper === 'RAISE' && isSymbol(this.following, '(')) this.put(upper, 'call');
    else if (isSymbol(this.following, '(')) this.put(writeName(name), 'call');
    else if (currentTimes.has(upper)) this.put(upper, 'operand');
    else if ((upper === 'TRUE' || upper === 'FALSE') && !this.isColumn(name)) this.put(upper, 'operand');
    else this.name(name);
  }

  private keyword(upper: string): void {
    // `x NOT LIKE y`: what follows NOT after an operand is an operator still.
    const afterOperand = upper === 'NOT' && !this.operand;
    this.put(upper, endsOperand.has(upper) ? 'operand' : 'keyword');
    if (afterOperand) this.operand = false;
  }

  private collation(): void {
    this.put('COLLATE', 'keyword');
    const token = this.tokens[++this.position];
    if (token) this.put(writeCollation(nameIn(token)), 'operand');
  }

  /** Writes the type in `CAST(… AS type)` as a declared type, after what is cast. */
  private cast(): void {
    this.put('CAST', 'call');
    const end = matching(this.tokens, this.position + 1);
    const inside = this.tokens.slice(this.position + 2, end);
    const as = lastWord(inside, 'AS');
    const value = new ExpressionWriter(inside.slice(0, as), this.scope);
    this.put('(', 'punctuation');
    this.pieces.push(...value.write());
    for (const column of value.mentioned) this.mentioned.add(column);
    this.quotedString ||= value.quotedString;
    this.put('AS', 'keyword');
    this.put(writeType(normaliseType(inside.slice(as + 1))), 'operand');
    this.put(')', 'punctuation');
    this.position = end;
  }

  /** A column; the table's own name before it is left out, so that it survives a rename of the table. */
  private name(name: string): void {
    if (isSymbol(this.following, '.') && name === this.scope.table) {
      this.position++;
      return;
    }
    const isColumn = this.isColumn(name) && !isSymbol(this.following, '.');
    if (isColumn) this.mentioned.add(name);
    this.put(writeName((isColumn ? this.scope.renamed?.get(name) : undefined) ?? name), 'operand');
  }

  private isColumn(name: string): boolean {
    return this.scope.columns.has(name) || rowidNames.has(name);
  }

  private isQualified(): boolean {
    return isSymbol(this.following, '.') || isSymbol(this.tokens[this.position - 1], '.');
  }
}

/** One form for all spellings of a declared type: `varchar  (10)` is `VARCHAR(10)`. */
export function normaliseType(tokens: readonly Token[]): string {
  const open = tokens.findIndex((token) => isSymbol(token, '('));
  const words = open < 0 ? tokens : tokens.slice(0, open);
  const [first] = words;
  if (!first) return '';
  // A single quoted word is read without its quotes; several keep theirs.
  const name = words.length === 1 ? nameIn(first) : words.map((word) => word.text).join(' ');
  const upper = name.trim().replace(/\s+/g, ' ').toUpperCase();
  return open < 0
    ? upper
    : upper +
        tokens
          .slice(open)
          .map((token) => token.text)
          .join('');
}

/** A normalised type as SQL: bare where its words allow it. */
export function writeType(type: string): string {
  const bare = /^[A-Z_][A-Z0-9_$]*(?: [A-Z_][A-Z0-9_$]*)*(?:\([^()]*\))?$/.test(type);
  return bare && !type.split(/[ (]/).some((word) => reservedWords.has(word) || word === 'GENERATED')
    ? type
    : quoteName(type);
}

/** A collation, whose name has no case. */
export function writeCollation(name: string): string {
  return writeName(name.toUpperCase());
}

function matching(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (isSymbol(tokens[i], '(')) depth++;
    else if (isSymbol(tokens[i], ')') && --depth === 0) return i;
  }
  return tokens.length;
}

function lastWord(tokens: readonly Token[], word: string): number {
  for (let i = tokens.length - 1; i >= 0; i--) if (isWord(tokens[i], word)) return i;
  return tokens.length;
}
