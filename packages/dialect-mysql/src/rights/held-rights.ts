import { type Lexis, type Reading, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { foldsNames } from '../folds-names.js';
import { listed } from '../text/listed.js';

/** What an account may do with the database that is read, by itself and by the roles that are at work. */
export interface HeldRights {
  /** Whether it has one of these on the whole database. */
  holds(...privileges: readonly string[]): boolean;
  /** Whether it has this on every database. */
  holdsEverywhere(privilege: string): boolean;
  /** Whether it may read this table, of whatever database: `database.table`. */
  reads(table: string): boolean;
  /** The tables of the database, and of others, on which it has this alone: `database.table`. */
  tablesWith(privilege: string): ReadonlySet<string>;
}

interface Grant {
  readonly isRevoke: boolean;
  readonly privileges: ReadonlySet<string>;
  /** A pattern, undefined for every database. */
  readonly database?: string;
  /** Undefined for all that is in it. */
  readonly table?: string;
}

const readings = new WeakMap<Reading, Promise<HeldRights>>();

/** Asks what the account may do, once an inspection. The server tells every account that of itself. */
export function heldRights(reading: Reading, database: string, lexis: Lexis): Promise<HeldRights> {
  let known = readings.get(reading);
  if (!known) {
    known = readRights(reading, database, lexis);
    readings.set(reading, known);
  }
  return known;
}

async function readRights({ session, server }: Reading, database: string, lexis: Lexis): Promise<HeldRights> {
  const rows = await session.query<Readonly<Record<string, string>>>({ text: 'SHOW GRANTS' });
  const grants = rows.flatMap((row) => Object.values(row).flatMap((text) => grantIn(text, lexis) ?? []));
  const isHere = ({ database: pattern }: Grant) =>
    pattern === undefined || isLike(database, pattern, server.features.has(foldsNames));
  const whole = grants.filter((grant) => grant.table === undefined && isHere(grant));
  const has = ({ privileges }: Grant, privilege: string) => privileges.has(privilege) || privileges.has('ALL');
  // Where rights can be taken back in part, they are taken back from those on every database.
  const isTaken = (privilege: string) => whole.some((grant) => grant.isRevoke && has(grant, privilege));
  const holdsIn = (places: readonly Grant[], privilege: string) =>
    places.some((grant) => {
      const isGlobal = grant.database === undefined;
      return !grant.isRevoke && has(grant, privilege) && !(isGlobal && isTaken(privilege));
    });
  return {
    holds: (...privileges) => privileges.some((privilege) => holdsIn(whole, privilege)),
    holdsEverywhere: (privilege) =>
      holdsIn(
        whole.filter((grant) => grant.database === undefined),
        privilege,
      ),
    reads: (name) =>
      grants.some((grant) => {
        if (grant.isRevoke || !has(grant, 'SELECT')) return false;
        const [books = '', table] = name.split('.');
        const isOfBooks = grant.database === undefined || isLike(books, grant.database, false);
        return isOfBooks && (grant.table === undefined || grant.table === table);
      }),
    tablesWith: (privilege) =>
      new Set(
        grants.flatMap((grant) =>
          grant.table === undefined || grant.isRevoke || !has(grant, privilege)
            ? []
            : [`${grant.database}.${grant.table}`],
        ),
      ),
  };
}

/** A line of SHOW GRANTS; undefined where it is on no table and no database, as that of a role or a routine. */
function grantIn(text: string, lexis: Lexis): Grant | undefined {
  const tokens = tokenizeMeaning(text, lexis);
  const verb = tokens[0]?.text.toUpperCase();
  const on = tokens.findIndex(({ type, text: word }) => type === 'word' && word.toUpperCase() === 'ON');
  const [database, dot, table] = tokens.slice(on + 1);
  if (on < 0 || !database || !table || dot?.text !== '.' || (verb !== 'GRANT' && verb !== 'REVOKE')) return undefined;
  return {
    isRevoke: verb === 'REVOKE',
    privileges: privilegesIn(tokens.slice(1, on)),
    ...(database.text !== '*' && { database: unquote(database, lexis) }),
    ...(table.text !== '*' && { table: unquote(table, lexis) }),
  };
}

/** Their names, but for those that are on some columns alone. */
function privilegesIn(tokens: readonly Token[]): ReadonlySet<string> {
  const names = listed(tokens).flatMap((words) =>
    words.some(({ text }) => text === '(') ? [] : [words.map(({ text }) => text.toUpperCase()).join(' ')],
  );
  return new Set(names.map((name) => name.replace(/^ALL PRIVILEGES$/, 'ALL')));
}

/** Whether a name is one that a pattern stands for: `%` for any letters, `_` for one, unless a backslash is before it. */
function isLike(name: string, pattern: string, folds: boolean): boolean {
  const parts = pattern.match(/\\.|[^\\]|\\$/gsu) ?? [];
  const source = parts.map((part) => {
    if (part === '%') return '.*';
    if (part === '_') return '.';
    return (/^\\./s.test(part) ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, folds ? 'isu' : 'su').test(name);
}
