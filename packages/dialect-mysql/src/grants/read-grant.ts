import { type Lexis, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { listed } from '../text/listed.js';
import { unescapeExpression } from '../text/unescape.js';
import { type GrantLevel, ofColumns, type Privilege, type Privileges } from './privileges.js';

/** An account, or a role, as a statement names it. */
export interface Grantee {
  readonly name: string;
  /** As it is said; undefined where it is not. */
  readonly host?: string;
}

/** GRANT or REVOKE of privileges within one database. */
export interface GrantStatement {
  readonly verb: 'GRANT' | 'REVOKE';
  readonly privileges: readonly Privilege[];
  /** Whether it is about granting them on. */
  readonly grantable: boolean;
  readonly level: GrantLevel;
  /** What it is on; empty for the database. */
  readonly name: string;
  readonly grantees: readonly Grantee[];
}

/** Why a statement cannot be read as privileges within the database. */
export class Unreadable {
  constructor(readonly why: string) {}
}

const levels: Readonly<Record<string, GrantLevel>> = {
  TABLE: 'table',
  FUNCTION: 'function',
  PROCEDURE: 'procedure',
  PACKAGE: 'package',
};

/** Reads a GRANT or a REVOKE as data: words from closed lists, a name, and accounts. Undefined for any other statement. */
export function readGrant(text: string, lexis: Lexis, known: Privileges): GrantStatement | Unreadable | undefined {
  if (!/\b(?:GRANT|REVOKE)\b/i.test(text)) return undefined;
  const tokens = tokenizeMeaning(text, lexis).filter((token) => token.text !== ';');
  const verb = wordOf(tokens[0]);
  if (verb !== 'GRANT' && verb !== 'REVOKE') return undefined;
  const on = tokens.findIndex((token) => wordOf(token) === 'ON');
  const to = tokens.findIndex((token, i) => i > on && wordOf(token) === (verb === 'GRANT' ? 'TO' : 'FROM'));
  if (on < 0 || to < 0) return new Unreadable('it grants a role, or a right that is of no database');
  const target = readTarget(tokens.slice(on + 1, to), lexis);
  if (target instanceof Unreadable) return target;
  const end = tokens.findIndex((token, i) => i > to && wordOf(token) === 'WITH');
  const behind = end < 0 ? [] : tokens.slice(end).map(wordOf);
  if (behind.length > 0 && behind.join(' ') !== 'WITH GRANT OPTION')
    return new Unreadable(`it says ${behind.join(' ')}, which is of the account and not of the database`);
  const privileges = readPrivileges(tokens.slice(1, on), target.level, { lexis, known });
  if (privileges instanceof Unreadable) return privileges;
  const grantees = listed(tokens.slice(to + 1, end < 0 ? tokens.length : end)).map((each) => readGrantee(each, lexis));
  const unread = grantees.find((each) => each instanceof Unreadable);
  if (unread instanceof Unreadable) return unread;
  const option = privileges.some(({ privilege }) => privilege === 'GRANT OPTION');
  return {
    verb,
    ...target,
    privileges: privileges.filter(({ privilege }) => privilege !== 'GRANT OPTION' && privilege !== 'USAGE'),
    grantable: behind.length > 0 || option,
    grantees: grantees as readonly Grantee[],
  };
}

function wordOf(token: Token | undefined): string {
  return token?.type === 'word' ? token.text.toUpperCase() : '';
}

function readTarget(tokens: readonly Token[], lexis: Lexis): Pick<GrantStatement, 'level' | 'name'> | Unreadable {
  const said = tokens.length > 1 ? levels[wordOf(tokens[0])] : undefined;
  const isBody = said === 'package' && tokens.length > 2 && wordOf(tokens[1]) === 'BODY';
  const rest = tokens.slice(isBody ? 2 : said ? 1 : 0);
  const [first] = rest;
  if (rest.length > 1)
    return new Unreadable('the name says in which database it is, and ‘*’ stands for the one at hand');
  if (!first) return new Unreadable('it is on nothing');
  if (first.text === '*') return { level: 'database', name: '' };
  return { level: isBody ? 'package body' : (said ?? 'table'), name: nameOf(first, lexis) };
}

interface Words {
  readonly lexis: Lexis;
  readonly known: Privileges;
}

function readPrivileges(
  tokens: readonly Token[],
  level: GrantLevel,
  { lexis, known }: Words,
): readonly Privilege[] | Unreadable {
  const read: Privilege[] = [];
  for (const item of listed(tokens)) {
    const open = item.findIndex(({ text }) => text === '(');
    const privilege = item
      .slice(0, open < 0 ? item.length : open)
      .map(wordOf)
      .join(' ');
    if (privilege === 'ALL' || privilege === 'ALL PRIVILEGES') {
      read.push(...known[level].map((each) => ({ privilege: each })));
      continue;
    }
    const isOption = privilege === 'GRANT OPTION' || privilege === 'USAGE';
    if (!isOption && !known[level].includes(privilege))
      return new Unreadable(`${privilege || 'this'} is no privilege on a ${level}`);
    if (open < 0) read.push({ privilege });
    else if (level !== 'table' || !ofColumns.has(privilege))
      return new Unreadable(`no column has the privilege ${privilege}`);
    else
      for (const [column] of listed(item.slice(open + 1, -1)))
        if (column) read.push({ privilege, column: nameOf(column, lexis) });
  }
  return read;
}

/** `name`, `name@host`, with either in quotes of any kind. */
function readGrantee(tokens: readonly Token[], lexis: Lexis): Grantee | Unreadable {
  const [first, ...rest] = tokens;
  const host = rest.map(({ text }) => text).join('');
  if (wordOf(first) === 'PUBLIC')
    return new Unreadable('what PUBLIC may do is left alone, as whoever granted it to everybody has it');
  const isSpecial = first?.type === 'word' && /^(?:CURRENT_USER|CURRENT_ROLE)$/i.test(first.text);
  if (!first || isSpecial || (host !== '' && !/^@(?:'[^']*'|"[^"]*"|`[^`]*`|[\w.$%:-]+)$/.test(host)))
    return new Unreadable('only accounts and roles by their names are read, and nothing of how they log in');
  if (host === '') return { name: nameOf(first, lexis) };
  return {
    name: nameOf(first, lexis),
    host: host
      .slice(1)
      .replace(/^(['"`])(.*)\1$/, '$2')
      .toLowerCase(),
  };
}

function nameOf(token: Token, lexis: Lexis): string {
  if (token.type === 'quoted') return unquote(token, lexis);
  if (token.type !== 'string') return token.text;
  // Two of its own quotes are one, and so is what a backslash escapes.
  const [quote = ''] = token.text;
  const inner = token.text.slice(1, -1);
  const parts = inner.match(lexis.backslashEscapes ? /\\.|(['"])\1|./gs : /(['"])\1|./gs) ?? [];
  return parts.map((part) => (part === quote + quote ? quote : unescapeText(part, lexis))).join('');
}

function unescapeText(part: string, { backslashEscapes }: Lexis): string {
  return backslashEscapes ? unescapeExpression(part) : part;
}
