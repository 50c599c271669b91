import { type Token, tokenizeMeaning, unquote } from '@sync/core';
import { cassandraLexis } from '../lexis.js';
import { type AccessLevel, permissionNames } from './permissions.js';

/** What permissions are on, within a keyspace. */
export interface Resource {
  readonly level: AccessLevel;
  /** Of a table its name, of a function with the types of its arguments; empty for the rest. */
  readonly name: string;
}

/** A statement about roles or permissions. */
export type AccessStatement =
  | {
      readonly verb: 'create-role' | 'alter-role' | 'drop-role';
      readonly role: string;
      readonly login?: boolean;
      readonly superuser?: boolean;
      /** Whether it says that there may be one already, or none. */
      readonly unless?: true;
    }
  | { readonly verb: 'grant-role' | 'revoke-role'; readonly role: string; readonly of: string }
  | {
      readonly verb: 'grant' | 'revoke';
      readonly role: string;
      readonly on: Resource;
      /** The keyspace that the resource is said to be of. */
      readonly keyspace?: string;
      readonly permissions: readonly string[] | 'all';
    };

/** Why a statement about roles or permissions is none of a keyspace. It shows nothing of the statement, which may hold a password. */
export class Unreadable {
  constructor(readonly why: string) {}
}

/** Reads CREATE, ALTER and DROP ROLE, GRANT and REVOKE as data; undefined for any other statement. */
export function readAccess(text: string): AccessStatement | Unreadable | undefined {
  const tokens = new Tokens(tokenizeMeaning(text, cassandraLexis).filter((token) => token.text !== ';'));
  const first = tokens.word();
  if (first === 'GRANT' || first === 'REVOKE') return readGrant(tokens, first);
  if (first !== 'CREATE' && first !== 'ALTER' && first !== 'DROP') return undefined;
  const second = tokens.word();
  if (second === 'USER') return new Unreadable('USER is the old word for ROLE, with a password');
  if (second !== 'ROLE') return undefined;
  return readRole(tokens, first);
}

/** https://cassandra.apache.org/doc/latest/cassandra/cql/security.html#database-roles */
function readRole(tokens: Tokens, first: 'CREATE' | 'ALTER' | 'DROP'): AccessStatement | Unreadable {
  const verb = ({ CREATE: 'create-role', ALTER: 'alter-role', DROP: 'drop-role' } as const)[first];
  const unless = tokens.skip('IF', 'NOT', 'EXISTS') || tokens.skip('IF', 'EXISTS');
  const role = tokens.name();
  if (role === undefined) return new Unreadable('it names no role');
  const said: Partial<Record<'login' | 'superuser', boolean>> = {};
  if (tokens.skip('WITH')) {
    do {
      const option = tokens.word();
      const name = ({ LOGIN: 'login', SUPERUSER: 'superuser' } as const)[option];
      if (name === undefined) return new Unreadable(whyNot(option));
      const value = tokens.punctuation('=') ? tokens.word() : '';
      if (value !== 'TRUE' && value !== 'FALSE') return new Unreadable(`${option} is neither true nor false`);
      said[name] = value === 'TRUE';
    } while (tokens.skip('AND'));
  }
  if (!tokens.isAtEnd) return new Unreadable('what follows the role cannot be read');
  return { verb, role, ...said, ...(unless && { unless: true as const }) };
}

function whyNot(option: string): string {
  if (['PASSWORD', 'HASHED', 'GENERATED'].includes(option)) return 'a password is a secret, which no schema holds';
  return ['OPTIONS', 'ACCESS'].includes(option)
    ? `${option} of a role is not covered`
    : 'what follows WITH cannot be read';
}

function readGrant(tokens: Tokens, first: 'GRANT' | 'REVOKE'): AccessStatement | Unreadable {
  const before = first === 'GRANT' ? 'TO' : 'FROM';
  const permissions = readPermissions(tokens);
  if (!permissions) {
    const of = tokens.name();
    const role = tokens.skip(before) ? tokens.name() : undefined;
    if (of === undefined || role === undefined || !tokens.isAtEnd)
      return new Unreadable('what is granted cannot be read');
    return { verb: first === 'GRANT' ? 'grant-role' : 'revoke-role', role, of };
  }
  if (!tokens.skip('ON')) return new Unreadable('what permissions are on cannot be read');
  const found = readResource(tokens);
  if (found instanceof Unreadable) return found;
  const role = tokens.skip(before) ? tokens.name() : undefined;
  if (role === undefined || !tokens.isAtEnd) return new Unreadable(`${first} names no role`);
  return { verb: first === 'GRANT' ? 'grant' : 'revoke', role, ...found, permissions };
}

/** Undefined where no permissions stand there, but a role. */
function readPermissions(tokens: Tokens): readonly string[] | 'all' | undefined {
  const begin = tokens.at;
  const named: string[] = [];
  do {
    const word = tokens.word();
    if (!permissionNames.has(word) && word !== 'ALL') break;
    named.push(word);
    if (!tokens.skip('PERMISSION')) tokens.skip('PERMISSIONS');
  } while (tokens.punctuation(','));
  // A role may be called as a permission is: `GRANT select TO ada`.
  if (named.length > 0 && tokens.isNext('ON')) return named[0] === 'ALL' ? 'all' : named;
  tokens.at = begin;
  return undefined;
}

function readResource(tokens: Tokens): { readonly on: Resource; readonly keyspace?: string } | Unreadable {
  if (tokens.skip('ALL', 'TABLES', 'IN', 'KEYSPACE')) return whole(tokens, 'all tables');
  if (tokens.skip('ALL', 'FUNCTIONS', 'IN', 'KEYSPACE')) return whole(tokens, 'all functions');
  if (tokens.skip('KEYSPACE')) return whole(tokens, 'keyspace');
  if (['ALL', 'ROLE', 'MBEAN', 'MBEANS'].some((word) => tokens.isNext(word)))
    return new Unreadable('it is on something of the whole cluster');
  const isFunction = tokens.skip('FUNCTION');
  if (!isFunction && !tokens.skip('TABLE')) tokens.skip('COLUMNFAMILY');
  const first = tokens.name();
  const second = tokens.punctuation('.') ? tokens.name() : undefined;
  const name = second ?? first;
  if (name === undefined) return new Unreadable('what permissions are on cannot be read');
  const types = isFunction ? tokens.types() : undefined;
  if (isFunction && types === undefined) return new Unreadable('a function is named with the types of its arguments');
  return {
    on: types === undefined ? { level: 'table', name } : { level: 'function', name: calledWith(name, types) },
    ...(second !== undefined && first !== undefined && { keyspace: first }),
  };
}

/** The table or the function that a statement drops, along with what was granted on it. */
export function droppedThing(text: string): Resource | undefined {
  const tokens = new Tokens(tokenizeMeaning(text, cassandraLexis));
  if (!tokens.skip('DROP')) return undefined;
  const what = tokens.word();
  if (!['TABLE', 'FUNCTION', 'AGGREGATE'].includes(what)) return undefined;
  tokens.skip('IF', 'EXISTS');
  const first = tokens.name();
  const name = tokens.punctuation('.') ? tokens.name() : first;
  if (name === undefined) return undefined;
  if (what === 'TABLE') return { level: 'table', name };
  const types = tokens.types();
  return types === undefined ? undefined : { level: 'function', name: calledWith(name, types) };
}

function whole(tokens: Tokens, level: AccessLevel): { readonly on: Resource; readonly keyspace: string } | Unreadable {
  const keyspace = tokens.name();
  return keyspace === undefined ? new Unreadable('it names no keyspace') : { on: { level, name: '' }, keyspace };
}

/** A function by its name and the types of its arguments, however they are spelt: what is frozen is so without saying it. */
export function calledWith(name: string, types: string): string {
  const said = tokenizeMeaning(types, cassandraLexis).map((token) =>
    token.type === 'word' ? token.text.toLowerCase() : token.text,
  );
  return `${name}(${thawed(said).join('').replaceAll(',', ', ')})`;
}

/** Without `frozen<` and the `>` that goes with it. */
function thawed(tokens: readonly string[]): readonly string[] {
  const open: boolean[] = [];
  return tokens.filter((token, i) => {
    if (token === 'frozen' && tokens[i + 1] === '<') return false;
    if (token === '<') {
      const isFrozen = tokens[i - 1] === 'frozen';
      open.push(isFrozen);
      return !isFrozen;
    }
    return token === '>' ? !open.pop() : true;
  });
}

/** Tokens that are taken one after the other. */
class Tokens {
  at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  /** The next one, upper case, where it is a word; empty otherwise. */
  word(): string {
    const token = this.tokens[this.at++];
    return token?.type === 'word' ? token.text.toUpperCase() : '';
  }

  /** What is named next: folded, in quotes, or as a text. */
  name(): string | undefined {
    const token = this.tokens[this.at++];
    if (token?.type === 'word' || token?.type === 'quoted') return unquote(token, cassandraLexis);
    return token?.type === 'string' ? token.text.slice(1, -1).replaceAll("''", "'") : undefined;
  }

  isNext(word: string): boolean {
    const token = this.tokens[this.at];
    return token?.type === 'word' && token.text.toUpperCase() === word;
  }

  skip(...words: readonly string[]): boolean {
    const begin = this.at;
    if (words.every((word) => this.isNext(word) && ++this.at)) return true;
    this.at = begin;
    return false;
  }

  punctuation(text: string): boolean {
    if (this.tokens[this.at]?.text !== text) return false;
    this.at++;
    return true;
  }

  /** What stands in brackets. */
  types(): string | undefined {
    if (!this.punctuation('(')) return undefined;
    const begin = this.at;
    while (!this.isAtEnd && this.tokens[this.at]?.text !== ')') this.at++;
    const inside = this.tokens.slice(begin, this.at);
    return this.punctuation(')') ? inside.map(({ text }) => text).join(' ') : undefined;
  }
}
