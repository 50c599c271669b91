import type { Statement } from '@sync/core';

/**
 * Something that is asked of databases: of the one at hand to read it, and of many at once to tell which are as they were. Both are made of the same data, so that nothing is
 * read of which no fingerprint tells.
 */
export interface Question {
  /** What the optimizer is told. */
  readonly hint?: string;
  /** What is asked for, by what it is called where it is read, whatever case the server shows names in. */
  readonly columns: Readonly<Record<string, string>>;
  /** Where it is asked for; a query in there has to keep to the databases that are asked about by itself, and to keep them apart where they are many. */
  readonly from: string | ((within: (database: string) => string, isMany: boolean) => string);
  /** The database that a row is of. */
  readonly database: string;
  readonly where?: string;
  /** The order in which rows are read, which counts for what they mean. */
  readonly order?: readonly string[];
  /** How fingerprints have it. Default: all of it, and nothing else. */
  readonly print?: Print | 'none';
}

/** What of the answer to a question makes a fingerprint. */
export interface Print {
  /** What counts in the place of what is read, which would be another one in a database of another name. */
  readonly instead?: Readonly<Record<string, string>>;
  /** When it was changed, to the second: what is shown is less than what was written. */
  readonly moment?: string;
  /** Where this holds, nothing of what is asked tells whether it is as it was. */
  readonly untold?: string;
  /** Where this holds, a database may be named, which means something else in another one. */
  readonly named?: string;
  /** What comes to nothing over all questions: relations, less those whose columns are shown. */
  readonly balance?: string;
  /** How many tables there are whose files the server may tell of beside them. */
  readonly stored?: string;
}

/** Asks it of the database at hand. */
export function readingOf({ hint, columns, from, database, where, order = [] }: Question): Statement {
  const within = (column: string) => `${column} = DATABASE()`;
  const list = Object.entries(columns).map(([name, column]) => `${column} AS '${name}'`);
  return {
    text: [
      ['SELECT', ...(hint === undefined ? [] : [hint])].join(' '),
      `  ${list.join(',\n  ')}`,
      `FROM ${typeof from === 'string' ? from : from(within, false)}`,
      `WHERE ${[within(database), ...(where === undefined ? [] : [where])].join(' AND ')}`,
      ...(order.length > 0 ? [`ORDER BY ${order.join(', ')}`] : []),
    ].join('\n'),
  };
}
