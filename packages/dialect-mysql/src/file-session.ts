import { type Lexis, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { listed } from './text/listed.js';

/** What the statements of a file that are above another one have set for it. */
export interface FileSession {
  /** Of `sql_mode`, as it was written. */
  readonly mode: string;
  /** Whether that was written, and not left to the session. */
  readonly isModeSaid: boolean;
  /** Of `time_zone`, in which moments are read; empty where that is the one of our own sessions. */
  readonly zone: string;
  /** Variables of the file's own, which dumps save a mode in. */
  readonly variables: ReadonlyMap<string, string>;
  /** The database that the file says it is of, or was dumped from. */
  readonly database?: string;
}

/** Before the first statement. */
export const firstSession: FileSession = { mode: '', isModeSaid: false, zone: '', variables: new Map() };

/** Names of the time zone that our sessions are in. */
const usualZone = /^(?:[+-]0?0:00|UTC)$/i;

/** A value that only a server could tell. */
const untold = Symbol('untold');

/** The session below a SET statement; undefined where that gives `sql_mode` a value that cannot be told here. */
export function sessionBelow(text: string, session: FileSession, lexis: Lexis): FileSession | undefined {
  const [, ...tokens] = signed(tokenizeMeaning(text, lexis));
  let { mode, isModeSaid, zone } = session;
  const variables = new Map(session.variables);
  let scope = 'SESSION';
  for (const assignment of listed(tokens)) {
    const sign = assignment.findIndex(({ text: symbol }) => symbol === '=' || symbol === ':=');
    if (sign < 0) continue;
    const named = nameIn(assignment.slice(0, sign), scope);
    scope = named.scope;
    const value = evaluate(assignment.slice(sign + 1), { mode, isModeSaid, zone, variables }, lexis);
    if (named.name === 'SQL_MODE' && named.isOfSession) {
      if (value === untold) return undefined;
      mode = value;
      isModeSaid = isWhole(assignment.slice(sign + 1));
    } else if (named.name === 'TIME_ZONE' && named.isOfSession) {
      zone = value === untold || usualZone.test(value) ? '' : value;
    } else if (/^@[^@]/.test(named.name)) variables.set(named.name, value === untold ? '' : value);
  }
  return { ...session, mode, isModeSaid, zone, variables };
}

/** Whether a value says all of itself: not what a file had saved, nor what is made of what the session has. */
function isWhole([first, second]: readonly Token[]): boolean {
  if (!first || second) return false;
  return first.type !== 'word' || !/^(?:@|DEFAULT$)/i.test(first.text);
}

/** The names of system variables as one token: a word has one sign at most. */
function signed(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    if (token.text === '@' && next?.text.startsWith('@') && next.start === token.start + 1) return [];
    return before?.text === '@' && token.text.startsWith('@') ? [{ ...token, text: `@${token.text}` }] : [token];
  });
}

interface Named {
  readonly name: string;
  readonly isOfSession: boolean;
  /** Holds for what follows, too. */
  readonly scope: string;
}

const scopes: ReadonlySet<string> = new Set(['GLOBAL', 'SESSION', 'LOCAL', 'PERSIST', 'PERSIST_ONLY']);

/** `sql_mode`, `SESSION sql_mode`, `@@SESSION.sql_mode`, `@saved`. https://dev.mysql.com/doc/refman/9.7/en/set-variable.html */
function nameIn(tokens: readonly Token[], before: string): Named {
  const words = tokens.filter(({ text }) => text !== '.').map(({ text }) => text.toUpperCase().replaceAll('`', ''));
  const [first = '', second] = words;
  const said = first.replace(/^@@/, '');
  const isScoped = second !== undefined && scopes.has(said);
  const scope = isScoped ? said : before;
  // What is written with signs says its scope each time.
  const own = first.startsWith('@@') ? (isScoped ? said : 'SESSION') : scope;
  return {
    name: isScoped ? second : said,
    isOfSession: own === 'SESSION' || own === 'LOCAL',
    scope: first.startsWith('@@') ? before : scope,
  };
}

/** A text, a variable, or what CONCAT and REPLACE make of some. */
function evaluate(tokens: readonly Token[], session: FileSession, lexis: Lexis): string | typeof untold {
  const [first, second] = tokens;
  const word = first?.type === 'word' ? first.text.toUpperCase() : '';
  if (!first) return untold;
  if (word === 'SELECT') return evaluate(tokens.slice(1), session, lexis);
  const isWrapped = tokens.at(-1)?.text === ')';
  if (first.text === '(' && isWrapped) return evaluate(tokens.slice(1, -1), session, lexis);
  if (word.startsWith('@@')) return variableOf(tokens, session);
  if (second?.text === '(' && isWrapped) {
    const values = listed(tokens.slice(2, -1)).map((each) => evaluate(each, session, lexis));
    return values.includes(untold) ? untold : called(word, values as readonly string[]);
  }
  if (second) return untold;
  if (first.type === 'number') return Number(first.text) === 0 ? '' : untold;
  if (word.startsWith('@')) return session.variables.get(word) ?? '';
  if (word !== '') return word === 'DEFAULT' ? '' : word;
  return first.type === 'quoted' ? unquote(first, lexis) : first.text.slice(1, -1);
}

/** What the server itself has set holds in the sessions that are ours, and none of it reads a text in another way. */
function variableOf(tokens: readonly Token[], { mode, zone }: FileSession): string | typeof untold {
  const { name, isOfSession } = nameIn(tokens, 'SESSION');
  if (name === 'TIME_ZONE' && isOfSession) return zone;
  if (name !== 'SQL_MODE') return untold;
  return isOfSession ? mode : '';
}

function called(name: string, values: readonly string[]): string | typeof untold {
  const [text = '', from = '', to = ''] = values;
  if (name === 'CONCAT') return values.join('');
  if (name === 'CONCAT_WS') return values.slice(1).join(text);
  if (name === 'REPLACE' && values.length === 3) return from === '' ? text : text.replaceAll(from, to);
  return untold;
}
