import { type Refused, type StatementClass, type Token, tokenizeMeaning } from '@sync/core';
import { postgresLexis } from './lexis.js';
import { reachingCall } from './reaching-call.js';

const classes: Readonly<Record<string, StatementClass>> = {
  INSERT: 'data',
  UPDATE: 'data',
  DELETE: 'data',
  MERGE: 'data',
  TRUNCATE: 'data',
  VALUES: 'data',
  TABLE: 'data',
  WITH: 'data',
  EXPLAIN: 'data',
  EXECUTE: 'data',
  CALL: 'data',
  REFRESH: 'data',
  // pg_dump calls set_config and setval.
  SELECT: 'ignored',
  BEGIN: 'ignored',
  START: 'ignored',
  COMMIT: 'ignored',
  END: 'ignored',
  ROLLBACK: 'ignored',
  SAVEPOINT: 'ignored',
  RELEASE: 'ignored',
  SET: 'ignored',
  RESET: 'ignored',
  SHOW: 'ignored',
  ANALYZE: 'ignored',
  REINDEX: 'ignored',
  LOCK: 'ignored',
  DISCARD: 'ignored',
};

/** Files, programs, other sessions, and what belongs to the whole server; DO and LOAD can do anything. */
const refusals = new Set(['COPY', 'VACUUM', 'CHECKPOINT', 'LOAD', 'DO', 'LISTEN', 'NOTIFY', 'PREPARE', 'CLUSTER']);

const serverWide = new Set(['DATABASE', 'ROLE', 'USER', 'GROUP', 'TABLESPACE', 'SUBSCRIPTION', 'SYSTEM']);

/** What a statement of a desired state does. */
export function classify(words: readonly string[], name: readonly string[] = [], text = ''): StatementClass | Refused {
  const [first = '', second = ''] = words;
  const refused = first === 'SET' ? ofSetting(text) : first === 'SELECT' ? ofSelect(text) : undefined;
  if (refused) return refused;
  if (refusals.has(first)) return ofAction(first, text);
  const defines = first === 'CREATE' || first === 'ALTER' || first === 'DROP';
  if (first === 'CREATE' && isTemporary(words, name)) return temporary;
  // CREATE USER MAPPING is the database's own.
  if (defines && serverWide.has(second) && words[2] !== 'MAPPING') return 'refused';
  if (second === 'OWNED' && (first === 'DROP' || first === 'REASSIGN')) return 'refused';
  const beyond = namesServer.has(first) ? ofServer(first, text) : first === 'CREATE' ? ofRows(text) : undefined;
  if (beyond) return beyond;
  return classes[first] ?? 'schema';
}

const namesServer = new Set(['GRANT', 'REVOKE', 'COMMENT', 'SECURITY']);

/** What is granted or spoken of and is the server's, by the words behind ON. */
const ofWholeServer = new Set(['DATABASE', 'ROLE', 'TABLESPACE', 'SUBSCRIPTION', 'PARAMETER']);

/** Roles, and what lies around the database: a desired state is built in one of another name, and what is said of this one would happen to it at once. */
function ofServer(verb: string, text: string): Refused | undefined {
  // Who asks by the first words alone is told of the usual case.
  if (text === '') return undefined;
  const tokens = tokenizeMeaning(text, postgresLexis);
  const on = tokens.findIndex((token) => isWord(token, 'ON'));
  const what = tokens[on + 1];
  const isOfRole = on < 0 && (verb === 'GRANT' || verb === 'REVOKE');
  if (!isOfRole && !(on >= 0 && what && isWord(what, ...ofWholeServer))) return undefined;
  return {
    refused: isOfRole
      ? `${verb} of a role changes who is who on the whole server`
      : `${verb} … ON ${what?.text.toUpperCase()} is about what belongs to the server, not to the database that this state describes`,
    hint: 'Take the statement out and run it with the database’s own client.',
  };
}

/** A table or a materialized view that is made of rows has its query run as soon as it is made. */
function ofRows(text: string): Refused | undefined {
  const tokens = tokenizeMeaning(text, postgresLexis);
  const head = tokens.slice(0, 5);
  const isFilled = head.some((token) => isWord(token, 'MATERIALIZED')) || isTableOfQuery(tokens, head);
  const call = isFilled && !isLeftEmpty(tokens) ? reachingCall(text) : undefined;
  return call === undefined
    ? undefined
    : {
        refused: `its query is run as it is made, and ${call}() reaches outside of the database`,
        hint: 'Write the materialized view WITH NO DATA and refresh it once it is there; define a table with its columns.',
      };
}

function isTableOfQuery(tokens: readonly Token[], head: readonly Token[]): boolean {
  if (!head.some((token) => isWord(token, 'TABLE'))) return false;
  let depth = 0;
  return tokens.some((token) => {
    if (token.type === 'symbol') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    return depth === 0 && isWord(token, 'AS');
  });
}

function isLeftEmpty(tokens: readonly Token[]): boolean {
  const [before, said, data] = tokens.slice(-3);
  return [before, said, data].every((token, i) => token && isWord(token, ['WITH', 'NO', 'DATA'][i] ?? ''));
}

const temporary: Refused = {
  refused: 'a temporary object belongs to one connection, never to a schema',
  hint: 'Take the statement out, or create the object without TEMP and without pg_temp before its name.',
};

const beforeTemporary = new Set(['OR', 'REPLACE', 'LOCAL', 'GLOBAL']);

function isTemporary(words: readonly string[], name: readonly string[]): boolean {
  const word = words.slice(1).find((each) => !beforeTemporary.has(each));
  return word === 'TEMP' || word === 'TEMPORARY' || (name.length > 1 && name[0]?.toLowerCase() === 'pg_temp');
}

/** What a name without a schema finds by itself. */
const ownPath = new Set(['', 'public', 'pg_catalog', '$user', 'default']);

const unqualified: Refused = {
  refused: 'a search path says where names without a schema are looked for, and a desired state has none',
  hint: 'Take the statement out and write the schema before each name: CREATE TABLE app.orders …',
};

const madeOfRows: Refused = {
  refused: 'SELECT … INTO makes a table of the rows that a query finds',
  hint: 'Define the table with CREATE TABLE and its columns.',
};

/** `SET search_path TO a, b`, and `SET SCHEMA 'a'`, which is the same. */
function ofSetting(text: string): Refused | undefined {
  const [, ...said] = tokenizeMeaning(text, postgresLexis);
  const [name, ...values] = said.filter((token, i) => i > 0 || !isWord(token, 'SESSION', 'LOCAL'));
  if (!name || !isWord(name, 'SEARCH_PATH', 'SCHEMA')) return undefined;
  return values.every((token) => token.type === 'symbol' || isWord(token, 'TO') || ownPath.has(named(token)))
    ? undefined
    : unqualified;
}

/** pg_dump empties the path by a call. */
function ofSelect(text: string): Refused | undefined {
  const tokens = tokenizeMeaning(text, postgresLexis);
  const call = tokens.findIndex((token) => isWord(token, 'SET_CONFIG'));
  const [setting, value] = call < 0 ? [] : tokens.slice(call).filter(({ type }) => type === 'string');
  if (setting && named(setting) === 'search_path') {
    const path = value ? named(value).split(',') : [];
    return path.every((name) => ownPath.has(name.trim().replaceAll('"', ''))) ? undefined : unqualified;
  }
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'symbol') depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    if (depth === 0 && isWord(token, 'INTO')) return madeOfRows;
  }
  return undefined;
}

/** Told by its verb: what comes behind that is a name, or a text of many lines. */
function ofAction(verb: string, text: string): Refused {
  if (verb === 'COPY' && tokenizeMeaning(text, postgresLexis).some((token) => isWord(token, 'STDIN'))) {
    return {
      refused: 'COPY … FROM stdin brings rows, and they are not read here',
      hint: 'Dump the schema without them: pg_dump --schema-only.',
    };
  }
  if (verb === 'DO') {
    return {
      refused: 'DO runs a program, and a desired state only says what there is',
      hint: 'Write down what it makes: CREATE TABLE …, CREATE FUNCTION …',
    };
  }
  return {
    refused: `${verb} acts beyond the schema, and a desired state only says what there is`,
    hint: 'A desired state describes one database. Take the statement out and run it with the database’s own client.',
  };
}

function isWord({ type, text }: Token, ...words: readonly string[]): boolean {
  return type === 'word' && words.includes(text.toUpperCase());
}

/** A name as it is meant, whether in quotes or not. */
function named({ type, text }: Token): string {
  return type === 'word' ? text.toLowerCase() : text.slice(1, -1);
}
