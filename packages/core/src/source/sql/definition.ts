import type { Dialect } from '../../contract/dialect.js';
import type { Lexis } from '../../contract/lexis.js';
import type { SqlStatement } from './split.js';
import { type Token, unquote } from './tokens.js';

/** What a CREATE statement creates, as far as its first words tell. */
export interface Definition {
  /** Upper case: `TABLE`, `INDEX`. */
  readonly type: string;
  /** The name, outermost qualifier first, without one that says nothing; behind that of its table for what is called within it. */
  readonly path: readonly string[];
  /** The name with all its qualifiers. */
  readonly written: readonly string[];
  /** `IF NOT EXISTS` or `OR REPLACE`: a second definition of the name would pass unnoticed. */
  readonly tolerant: boolean;
  /** The position in `tokens` just after the name. */
  readonly end: number;
}

const types = new Set(
  `TABLE VIEW INDEX TRIGGER SEQUENCE TYPE FUNCTION PROCEDURE AGGREGATE SCHEMA DOMAIN EXTENSION POLICY RULE EVENT COLLATION
   PACKAGE BODY STATISTICS PUBLICATION SERVER DICTIONARY CONFIGURATION KEYSPACE DATABASE ROLE USER`.split(/\s+/),
);

/** Words behind which other types are mentioned, and no name of theirs. */
const others = new Set('OPERATOR CAST ACCESS TRANSFORM'.split(' '));

/** Reads the head of a CREATE statement; undefined for any other statement. */
export function definitionOf(statement: SqlStatement, dialect: Dialect): Definition | undefined {
  if (statement.words[0] !== 'CREATE') return undefined;
  const cursor = new Cursor(statement.tokens);
  cursor.take();
  let tolerant = false;
  let isOfDatabase = false;
  for (let word = cursor.take(); word?.type === 'word'; word = cursor.take()) {
    const text = word.text.toUpperCase();
    if (text === 'REPLACE') tolerant = true;
    if (others.has(text)) return undefined;
    const next = cursor.peek()?.text.toUpperCase();
    if (text === 'EVENT' && next === 'TRIGGER') isOfDatabase = true;
    if (
      !types.has(text) ||
      (text === 'EVENT' && next === 'TRIGGER') ||
      (text === 'AGGREGATE' && next === 'FUNCTION') ||
      (text === 'PACKAGE' && next === 'BODY')
    ) {
      skipValue(cursor);
      continue;
    }
    if (text === 'USER' && next === 'MAPPING') return undefined;
    cursor.skip('CONCURRENTLY');
    if (cursor.skip('IF') && cursor.skip('NOT') && cursor.skip('EXISTS')) tolerant = true;
    const written = readPath(cursor, dialect.lexis);
    if (!written) return undefined;
    const end = cursor.position;
    const before = isOfDatabase ? undefined : dialect.namedInTable?.[text];
    const table = typeof before === 'string' ? tableBehind(before, cursor, dialect) : [];
    return { type: text, path: [...table, ...withoutHome(written, dialect)], written, tolerant, end };
  }
  return undefined;
}

/** What an option ahead of the type is set to: the `MERGE` of `ALGORITHM=MERGE`, the account of `DEFINER=root@localhost`. */
function skipValue(cursor: Cursor): void {
  if (!cursor.skip('=')) return;
  cursor.take();
  if (cursor.skip('(')) cursor.skip(')');
  // A host without quotes belongs to the word that begins with the sign.
  if (cursor.skip('@')) cursor.take();
}

/** The name of a table, behind the first such word outside of parentheses. */
function tableBehind(word: string, cursor: Cursor, dialect: Dialect): readonly string[] {
  let depth = 0;
  for (let token = cursor.take(); token; token = cursor.take()) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth === 0 && token.type === 'word' && token.text.toUpperCase() === word) {
      return withoutHome(readPath(cursor, dialect.lexis) ?? [], dialect);
    }
  }
  return [];
}

/** A name without the qualifier that says no more than none. */
export function withoutHome(path: readonly string[], { fold, home }: Dialect): readonly string[] {
  const [first, ...rest] = path;
  return home !== undefined && first !== undefined && rest.length > 0 && fold(first) === home ? rest : path;
}

/** A key under which two definitions of one thing meet. Tables and views have their names in common. */
export function definitionKey(type: string, folded: readonly string[]): string {
  return JSON.stringify([type === 'VIEW' ? 'TABLE' : type, ...folded]);
}

function readPath(cursor: Cursor, lexis: Lexis): readonly string[] | undefined {
  const path: string[] = [];
  do {
    const token = cursor.peek();
    if (!token || !isName(token) || token.text.toUpperCase() === 'ON') return undefined;
    path.push(nameOf(token, lexis));
    cursor.take();
  } while (cursor.skip('.'));
  return path;
}

/** Whether a token can stand for a name; some engines take a string in a name's place. */
export function isName(token: Token): boolean {
  return token.type === 'word' || token.type === 'quoted' || token.type === 'string';
}

/** The name that a token stands for. */
export function nameOf(token: Token, lexis: Lexis): string {
  if (token.type !== 'string') return unquote(token, lexis);
  const quote = token.text[0] ?? '';
  return token.text.slice(1, -1).replaceAll(quote + quote, quote);
}

class Cursor {
  position = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  peek(): Token | undefined {
    while (isBlank(this.tokens[this.position])) this.position++;
    return this.tokens[this.position];
  }

  take(): Token | undefined {
    const token = this.peek();
    this.position++;
    return token;
  }

  skip(text: string): boolean {
    const token = this.peek();
    if (!token || token.type === 'quoted' || token.text.toUpperCase() !== text) return false;
    this.position++;
    return true;
  }
}

/** Whether a token is only room between others. */
export function isBlank(token: Token | undefined): boolean {
  return token?.type === 'space' || token?.type === 'comment';
}
