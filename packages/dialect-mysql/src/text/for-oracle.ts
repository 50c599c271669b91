import { type Lexis, tokenize } from '@sync/core';

/** Functions that are others under `sql_mode=ORACLE`, of which the server itself shows there which is meant. https://mariadb.com/kb/en/sql_modeoracle/ */
const doubles: ReadonlySet<string> = new Set(
  'concat decode lpad ltrim regexp_replace replace rpad rtrim substr trim'.split(' '),
);

/** A query as the server prints it in any other mode, with the functions that it means there where it is read under `sql_mode=ORACLE`. */
export function readByOracle(query: string, lexis: Lexis): string {
  const tokens = tokenize(query, lexis);
  return tokens
    .map(({ type, text }, i) => {
      const isOther = type === 'word' && doubles.has(text.toLowerCase()) && tokens[i + 1]?.text === '(';
      return isOther && tokens[i - 1]?.text !== '.' ? `mariadb_schema.${text}` : text;
    })
    .join('');
}
