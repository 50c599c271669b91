import type { Refused, StatementClass } from '@sync/core';
import type { Flavour } from './flavour.js';

const classes: Readonly<Record<string, StatementClass>> = {
  ...Object.fromEntries(
    [
      'INSERT',
      'REPLACE',
      'UPDATE',
      'DELETE',
      'TRUNCATE',
      'SELECT',
      'VALUES',
      'TABLE',
      'WITH',
      'CALL',
      'DO',
      'EXPLAIN',
    ].map((word) => [word, 'data']),
  ),
  ...Object.fromEntries(
    [
      'SET',
      'USE',
      'BEGIN',
      'START',
      'COMMIT',
      'ROLLBACK',
      'SAVEPOINT',
      'RELEASE',
      'LOCK',
      'UNLOCK',
      'ANALYZE',
      'OPTIMIZE',
      'CHECK',
      'FLUSH',
      'SHOW',
    ].map((word) => [word, 'ignored']),
  ),
  ...Object.fromEntries(
    [
      'LOAD',
      'IMPORT',
      'GRANT',
      'REVOKE',
      'INSTALL',
      'UNINSTALL',
      'KILL',
      'PREPARE',
      'EXECUTE',
      'DEALLOCATE',
      'SHUTDOWN',
      'RESET',
      'CHANGE',
      'PURGE',
      'BINLOG',
      'XA',
      'HANDLER',
      'CACHE',
      'STOP',
      'CLONE',
      'RESTART',
    ].map((word) => [word, 'refused']),
  ),
};

/** What belongs to the whole server, or to a session alone. */
const beyond: ReadonlySet<string> = new Set([
  'USER',
  'ROLE',
  'SERVER',
  'TABLESPACE',
  'LOGFILE',
  'RESOURCE',
  'INSTANCE',
  'UNDO',
  'SPATIAL',
]);

const countsFromNow: Refused = {
  refused: 'the moment of this event counts from now, which is another one each time that it is read',
  hint: 'Write the moment itself, in UTC: AT ‘2030-01-01 00:00:00’.',
};

const temporary: Refused = {
  refused: 'a temporary table belongs to one connection, never to a schema',
  hint: 'Take the statement out, or create the table without TEMPORARY.',
};

const otherDatabase: Refused = {
  refused: 'the name says in which database it is, and a desired state describes the one that it is compared with',
  hint: 'Write the name without its database.',
};

const notCovered: Refused = {
  refused: 'a package or a loadable function is not covered yet',
  hint: 'Leave it out of the desired state: what is there already is left alone.',
};

const library: Refused = {
  refused: 'a library of a language other than SQL is not covered yet',
  hint: 'Leave it out of the desired state: what is there already is left alone.',
};

const rotatesFromNow: Refused = {
  refused: 'an interval that says no start counts from today, which is another day each time that it is read',
  hint: 'Write the start itself, in UTC: INTERVAL 1 MONTH STARTS ‘2026-01-01 00:00:00’.',
};

/** Of a SET statement whose value for `sql_mode` only a server could tell. */
export const untoldMode: Refused = {
  refused: 'how what stands below is read depends on a sql_mode that only a server could tell',
  hint: 'Write the values themselves: SET sql_mode = ‘ANSI_QUOTES,PIPES_AS_CONCAT’. What a file saved in a variable of its own, @@sql_mode, CONCAT and REPLACE are understood.',
};

const setsForOne: Refused = {
  refused: 'what SET STATEMENT … FOR sets something for is not looked at, and would be missing in silence',
  hint: 'Write the statement by itself.',
};

/** Texts, whose words mean nothing. */
const strings = /'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*"/gs;

/** A package that goes, by a name with its database. */
const namesOtherPackage = /^DROP\s+PACKAGE\s+(?:BODY\s+)?(?:IF\s+EXISTS\s+)?(?:\w+|`[^`]*`)\s*\./i;

/** What a dump of a named database begins with: which one is meant is said by the target. */
const namesDatabase = /^(?:CREATE\s+(?:DATABASE|SCHEMA)\s+IF\s+NOT\s+EXISTS|DROP\s+DATABASE\s+IF\s+EXISTS)\b/i;

/** What a dump writes around the rows of a table. */
const switchesKeys = /^ALTER\s+TABLE\s+\S+\s+(?:DISABLE|ENABLE)\s+KEYS\s*$/i;

/** What a statement of a desired state does. */
export function classify(
  words: readonly string[],
  name: readonly string[] = [],
  text = '',
  { hasPackages }: Pick<Flavour, 'hasPackages'> = {},
): StatementClass | Refused {
  const [first = '', second = ''] = words;
  if (first === 'SET' && second === 'STATEMENT' && /\bFOR\s+(?:CREATE|ALTER|DROP|RENAME|GRANT)\b/i.test(text))
    return setsForOne;
  const defines = first === 'CREATE' || first === 'ALTER' || first === 'DROP' || first === 'RENAME';
  if (!defines) return classes[first] ?? 'schema';
  const bare = text.replace(strings, "''");
  if (second === 'TEMPORARY' || words.slice(1, 4).join(' ') === 'OR REPLACE TEMPORARY') return temporary;
  if (second === 'LIBRARY') return library;
  if (switchesKeys.test(text)) return 'ignored';
  if (words.includes('EVENT') && !words.includes('TABLE')) return name.length > 1 ? otherDatabase : classifyEvent(text);
  if (words.includes('PACKAGE') && hasPackages)
    return name.length > 1 || namesOtherPackage.test(bare) ? otherDatabase : 'schema';
  if (words.includes('PACKAGE') || /^CREATE\s+(?:AGGREGATE\s+)?FUNCTION\s.*\sSONAME\s/is.test(text)) return notCovered;
  if (/\bPARTITION\s+BY\s+SYSTEM_TIME\s+INTERVAL\b(?!.*\bSTARTS\b)/is.test(bare)) return rotatesFromNow;
  if (beyond.has(second) && !(second === 'SPATIAL' && words[2] === 'INDEX')) return 'refused';
  // The defaults of the database itself name none.
  if (namesDatabase.test(words.join(' '))) return 'ignored';
  if (second === 'DATABASE' || second === 'SCHEMA')
    return first === 'ALTER' && /^(?:CHARACTER|COLLATE|DEFAULT|CHARSET)$/.test(words[2] ?? '') ? 'schema' : 'refused';
  return name.length > 1 ? otherDatabase : 'schema';
}

/** An event is one and the same only where its moments are. */
function classifyEvent(text: string): StatementClass | Refused {
  const head = text.split(/\bDO\b/i, 1)[0] ?? '';
  if (/\b(?:AT|STARTS|ENDS)\s+(?:CURRENT_TIMESTAMP|NOW|LOCALTIME|LOCALTIMESTAMP|SYSDATE|UTC_TIMESTAMP)\b/i.test(head))
    return countsFromNow;
  return 'schema';
}
