import { type Lexis, type Token, tokenize, tokenizeMeaning, unquote } from '@sync/core';

/** How the functions that take a sequence are written where its database is meant as it is said. */
const spelled: ReadonlyMap<string, string> = new Map([
  ['NEXTVAL', 'NEXT VALUE FOR'],
  ['LASTVAL', 'PREVIOUS VALUE FOR'],
]);

const functions: ReadonlySet<string> = new Set([...spelled.keys(), 'SETVAL']);

interface Written {
  readonly words: readonly string[];
  readonly text: string;
}

/** The database that a dump of a named one says to use. */
export function enteredBy({ words, text }: Written, lexis: Lexis): string | undefined {
  const name = words[0] === 'USE' ? tokenizeMeaning(text, lexis)[1] : undefined;
  return name?.type === 'quoted' ? unquote(name, lexis) : name?.text;
}

/** The database that the head of a dump names: `-- Host: localhost    Database: shop`. */
export function dumpedIn(comments: readonly { readonly text: string }[]): string | undefined {
  for (const { text } of comments) {
    const name = /^--\s+Host: .*\sDatabase: (\S.*?)\s*$/.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** What is known of the database that a file was dumped from. */
interface DumpedFrom {
  /** Undefined where the file does not tell. */
  readonly name: string | undefined;
  /** Whether a dump wrote it: what it names no database for is of its own one. */
  readonly isDump: boolean;
}

/**
 * A table as MariaDB dumps it, without the name of the database that its defaults have before their sequences: it is the one of the table, whatever that is called. Another
 * one than the dumped one is meant, and is then written as nobody dumps it. Where nothing tells which was dumped, and that it was, the text stays.
 */
export function undump({ words, text }: Written, { name, isDump }: DumpedFrom, lexis: Lexis): string | undefined {
  if (words[0] !== 'CREATE' || !words.includes('TABLE') || (name === undefined && !isDump)) return undefined;
  const edits: Edit[] = [];
  for (const { call, database, close } of sequenceCalls(text, lexis)) {
    const [head, point] = database;
    const isOwn = name === undefined || unquote(head, lexis) === name;
    const clause = call && spelled.get(call.text.toUpperCase());
    if (isOwn) edits.push([head.start, point.start + 1, '']);
    else if (call && clause !== undefined && close)
      edits.push([call.start, head.start, `${clause} `], [close.start, close.start + 1, '']);
  }
  return edits.length === 0 ? undefined : edited(text, edits);
}

/** From where on, up to where, and what stands there instead. */
type Edit = readonly [from: number, to: number, text: string];

/** A text with these edits, which are in their order. */
export function edited(text: string, edits: readonly Edit[]): string {
  let written = '';
  let end = 0;
  for (const [from, to, instead] of edits) {
    written += text.slice(end, from) + instead;
    end = to;
  }
  return written + text.slice(end);
}

/** A sequence that is named with its database. */
export interface SequenceCall {
  /** The function that takes it; undefined behind `VALUE FOR`. */
  readonly call: Token | undefined;
  /** The name of the database, and the point behind it. */
  readonly database: readonly [name: Token, point: Token];
  readonly sequence: Token;
  /** What ends the call of a function that takes nothing else. */
  readonly close: Token | undefined;
}

/** The sequences that a statement names with their database. https://mariadb.com/docs/server/reference/sql-structure/sequences/sequence-functions */
export function sequenceCalls(text: string, lexis: Lexis): readonly SequenceCall[] {
  if (!/val\s*\(|\bvalue\b/i.test(text)) return [];
  const tokens = tokenize(text, lexis).filter(({ type }) => type !== 'space' && type !== 'comment');
  return tokens.flatMap((head, i): readonly SequenceCall[] => {
    const [point, sequence, next] = tokens.slice(i + 1, i + 4);
    if (!isName(head) || point?.text !== '.' || !isName(sequence) || !sequence || next?.text === '.') return [];
    const [before, last] = [wordAt(tokens, i - 2), tokens[i - 1]?.text];
    const isCalled = last === '(' && functions.has(before);
    const isClause = wordAt(tokens, i - 1) === 'FOR' && before === 'VALUE';
    if (!isCalled && !isClause) return [];
    const call = isCalled ? tokens[i - 2] : undefined;
    return [{ call, database: [head, point], sequence, close: isCalled && next?.text === ')' ? next : undefined }];
  });
}

/** In quotes, or without them where the dump is (`--skip-quote-names`). */
function isName(token: Token | undefined): boolean {
  return token?.type === 'quoted' || token?.type === 'word';
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.type === 'word' ? token.text.toUpperCase() : '';
}
