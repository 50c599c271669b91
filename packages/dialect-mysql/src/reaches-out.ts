import { type Lexis, type Refused, type Token, tokenizeMeaning } from '@sync/core';

const otherDatabase: Refused = {
  refused: 'the name says in which database it is, and a desired state describes the one that it is compared with',
  hint: 'Write the name without its database.',
};

const serverWide: Refused = {
  refused: 'this belongs to the whole server, and a desired state describes one database',
  hint: 'Take the statement out and run it with the database’s own client.',
};

const madeOfRows: Refused = {
  refused: 'CREATE TABLE … SELECT makes a table of the rows that a query finds',
  hint: 'Define the table with its columns.',
};

const rowsElsewhere: Refused = {
  refused: 'a table of this engine has its rows elsewhere, which is not covered yet',
  hint: 'Leave it out of the desired state: what is there already is left alone.',
};

const commentOfDatabase: Refused = {
  refused: 'the comment of a database is not covered: it would be taken for said, and never made',
  hint: 'Take it out and run it with the database’s own client; what is there stays as it is.',
};

const isProgram: Refused = {
  refused: 'this runs a program, and a desired state only says what there is',
  hint: 'Write down what it makes: CREATE TABLE …, CREATE FUNCTION …',
};

/** Statements of programs, which MariaDB also takes by themselves. https://mariadb.com/docs/server/reference/sql-statements/programmatic-compound-statements */
const programs: ReadonlySet<string> = new Set(['IF', 'CASE', 'LOOP', 'WHILE', 'REPEAT', 'FOR', 'DECLARE', 'SIGNAL']);

/** Maintenance and help, which define nothing, and name tables of any database. */
const others: ReadonlySet<string> = new Set(['REPAIR', 'CHECKSUM', 'BACKUP', 'RESIGNAL', 'GET']);

const types: ReadonlySet<string> = new Set([
  ...['TABLE', 'VIEW', 'INDEX', 'TRIGGER', 'EVENT', 'PROCEDURE', 'FUNCTION', 'SEQUENCE', 'PACKAGE', 'LIBRARY'],
  ...['DATABASE', 'SCHEMA', 'USER', 'ROLE', 'SERVER'],
]);

const ofServer: ReadonlySet<string> = new Set(['DATABASE', 'SCHEMA', 'USER', 'ROLE', 'SERVER']);

/**
 * Why a statement would change what is outside of the database that it is executed in: a desired state is built in one of another name, so that each name with a database
 * leads out of it. What only reads (a foreign key, a view) may name another one.
 */
export function reachesOut(text: string, lexis: Lexis): Refused | undefined {
  const tokens = tokenizeMeaning(text, lexis);
  const verb = upper(tokens[0]);
  if (programs.has(verb) || (verb === 'BEGIN' && upper(tokens[1]) === 'NOT') || tokens[1]?.text === ':')
    return isProgram;
  if (others.has(verb)) return serverWide;
  if (verb === 'RENAME' || verb === 'DROP')
    return upper(tokens[1]) !== 'USER' && hasQualified(tokens) ? otherDatabase : undefined;
  if (verb !== 'CREATE' && verb !== 'ALTER') return undefined;
  const at = tokens.findIndex((token, i) => types.has(upper(token)) && tokens[i - 1]?.text !== '=');
  if (at < 0) return undefined;
  const type = upper(tokens[at]);
  return verb === 'CREATE' ? ofCreate(tokens, at, type) : ofAlter(tokens, at, type);
}

function ofCreate(tokens: readonly Token[], at: number, type: string): Refused | undefined {
  // With OR REPLACE the server drops what is there, of this name, wherever that is used.
  if (ofServer.has(type) && upper(tokens[at - 1]) === 'REPLACE') return serverWide;
  if (isQualified(tokens, afterType(tokens, at))) return otherDatabase;
  if (type === 'INDEX' || type === 'TRIGGER') {
    const on = tokens.findIndex((token, i) => i > at && upper(token) === 'ON');
    return on > 0 && isQualified(tokens, on + 1) ? otherDatabase : undefined;
  }
  return type === 'TABLE' ? ofTable(tokens, at) : undefined;
}

/** Its columns may be those of another table, and its rows those of a query, which may call what writes anywhere. */
function ofTable(tokens: readonly Token[], at: number): Refused | undefined {
  const name = afterType(tokens, at);
  for (const { i } of outside(tokens, name)) {
    // A query may stand in parentheses, and so may LIKE.
    let first = i;
    while (tokens[first]?.text === '(') first++;
    const word = upper(tokens[first]);
    if (word === 'LIKE' && isQualified(tokens, first + 1)) return otherDatabase;
    if (word === 'SELECT' || (word === 'WITH' && isWithQuery(tokens, first))) return madeOfRows;
    if (first === i && (word === 'VALUES' || word === 'TABLE')) return madeOfRows;
    if (word === 'ENGINE' && first === i && borrowsRows(tokens, i)) return rowsElsewhere;
  }
  return undefined;
}

/** Engines whose tables hold no rows of their own. */
const borrowing = /^.?(?:MERGE|MRG_MYISAM|FEDERATED|CONNECT|SPIDER|SPHINX|OQGRAPH).?$/i;

function borrowsRows(tokens: readonly Token[], at: number): boolean {
  const value = tokens[at + 1]?.text === '=' ? tokens[at + 2] : tokens[at + 1];
  return borrowing.test(value?.text ?? '');
}

/** `WITH a AS (`, `WITH RECURSIVE`: other clauses that begin so go on with words. */
function isWithQuery(tokens: readonly Token[], at: number): boolean {
  return upper(tokens[at + 1]) === 'RECURSIVE' || upper(tokens[at + 2]) === 'AS' || tokens[at + 2]?.text === '(';
}

function ofAlter(tokens: readonly Token[], at: number, type: string): Refused | undefined {
  const name = afterType(tokens, at);
  // The database at hand is meant where none is named.
  if (type === 'DATABASE' || type === 'SCHEMA') {
    if (tokens.some((token, i) => i >= name && upper(token) === 'COMMENT')) return commentOfDatabase;
    return tokens[name]?.type === 'word' ? undefined : otherDatabase;
  }
  if (isQualified(tokens, name)) return otherDatabase;
  if (type !== 'TABLE' && type !== 'EVENT') return undefined;
  for (const { token, i } of outside(tokens, name)) {
    if (type === 'EVENT' && upper(token) === 'DO') return undefined;
    if (upper(token) === 'ENGINE' && borrowsRows(tokens, i)) return rowsElsewhere;
    if (isDot(tokens, i) && upper(tokens[i - 2]) !== 'REFERENCES') return otherDatabase;
  }
  return undefined;
}

/** Where the name of a thing begins. */
function afterType(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  while (/^(?:IF|NOT|EXISTS|BODY)$/.test(upper(tokens[next]))) next++;
  return next;
}

/** The tokens from here on that stand in no parentheses, and the first one of each pair of them. */
function* outside(tokens: readonly Token[], from: number): Generator<{ readonly token: Token; readonly i: number }> {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) return;
    if (token.text === ')') depth--;
    else if (depth === 0) yield { token, i };
    if (token.text === '(') depth++;
  }
}

function hasQualified(tokens: readonly Token[]): boolean {
  return tokens.some((_, i) => isDot(tokens, i));
}

/** Whether the name that begins here has one before it; a name that begins with a digit is of two tokens. */
function isQualified(tokens: readonly Token[], at: number): boolean {
  return isDot(tokens, at + 1) || (tokens[at]?.type === 'number' && isDot(tokens, at + 2));
}

/** A point between two names: `a.1b` is read as a number behind a name. */
function isDot(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before || !token || before.type === 'symbol') return false;
  return (
    token.text === '.' ||
    (token.type === 'number' && token.text.startsWith('.') && token.start === before.start + before.text.length)
  );
}

/** A bare word; a name in quotes is none. */
function upper(token: Token | undefined): string {
  return token?.type === 'word' ? token.text.toUpperCase() : '';
}
