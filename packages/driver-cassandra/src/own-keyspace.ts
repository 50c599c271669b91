import { SyncError, type Token, tokenize, unquote } from '@sync/core';
import { ownKeyspace } from './dialect.js';
import { cassandraLexis } from './lexis.js';
import { quoteName } from './names.js';

/** A statement with the name of the keyspace that a connection is to. */
export function named(text: string, keyspace: string): string {
  const marker = quoteName(ownKeyspace);
  if (!text.includes(marker)) return text;
  const written = tokenize(text, cassandraLexis).map((token) =>
    token.text === marker ? quoteName(keyspace) : token.text,
  );
  return written.join('');
}

/** What a statement of a desired state becomes in a keyspace of another name, and whether it says something of the keyspace itself. */
export interface Settled {
  readonly text: string;
  readonly saysKeyspace: boolean;
  /** What it calls the keyspace. */
  readonly calls?: string;
}

/**
 * A statement that somebody wrote for the keyspace of one of these names, for the one that stands in for it: what names another keyspace is refused, since it would be done there.
 */
export function settled(text: string, names: ReadonlySet<string>, keyspace: string): Settled {
  const tokens = tokenize(text, cassandraLexis);
  const meant = tokens.filter(({ type }) => type !== 'space' && type !== 'comment');
  const [first, second] = meant.map((token) => token.text.toUpperCase());
  if (first === 'CREATE' && (second === 'KEYSPACE' || second === 'SCHEMA')) return ofKeyspace(text, meant, keyspace);
  if (second === 'KEYSPACE' || second === 'SCHEMA') {
    const name = meant[2];
    if (first === 'ALTER' && name && (names.has(nameOf(name)) || nameOf(name) === ownKeyspace))
      return { text: `ALTER KEYSPACE ${quoteName(keyspace)}${behind(text, name)}`, saysKeyspace: true };
    throw elsewhere(name ? nameOf(name) : '');
  }
  return { text: unqualified(tokens, names, keyspace), saysKeyspace: false };
}

function ofKeyspace(text: string, meant: readonly Token[], keyspace: string): Settled {
  const at = meant[2]?.text.toUpperCase() === 'IF' ? 5 : 2;
  const name = meant[at];
  if (!name) return { text, saysKeyspace: true };
  return {
    text: `ALTER KEYSPACE ${quoteName(keyspace)}${behind(text, name)}`,
    saysKeyspace: true,
    calls: nameOf(name),
  };
}

function behind(text: string, token: Token): string {
  return text.slice(token.start + token.text.length);
}

/** Takes the qualifier off that says no more than none. */
function unqualified(tokens: readonly Token[], names: ReadonlySet<string>, keyspace: string): string {
  let written = '';
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const isQualifier =
      isName(token) && tokens[i + 1]?.text === '.' && isName(tokens[i + 2]) && tokens[i - 1]?.text !== '.';
    if (!isQualifier) written += token.text;
    else if (names.has(nameOf(token)) || nameOf(token) === keyspace || nameOf(token) === ownKeyspace) i += 1;
    // Functions of the engine's own: https://cassandra.apache.org/doc/latest/cassandra/cql/dynamic_data_masking.html
    else if (nameOf(token) === 'system') written += token.text;
    else throw elsewhere(nameOf(token));
  }
  return written;
}

function isName(token: Token | undefined): boolean {
  return token?.type === 'word' || token?.type === 'quoted';
}

function nameOf(token: Token): string {
  return unquote(token, cassandraLexis);
}

function elsewhere(keyspace: string): SyncError {
  return new SyncError({
    code: 'UNSUPPORTED',
    op: 'scratch',
    message: `the statement is about the keyspace ${keyspace}, which is another one than the desired state is of`,
    hint: 'A desired state is of one keyspace: leave its name out, or write the one of the target, or say CREATE KEYSPACE once and use its name throughout.',
  });
}
