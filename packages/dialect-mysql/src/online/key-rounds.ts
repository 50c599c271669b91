import { quoteName } from '../text/names.js';
import type { KeyColumn } from './copy-key.js';

/** How many rows a round writes: few enough that nobody waits long for one of them. */
export const rowsARound = 1000;

/** What a procedure says that goes through a table by its key, some rows a round. Its variables begin with `prefix`, its parameter is `place`, and the table is called `t`. */
export function keyRounds(key: readonly KeyColumn[], prefix = '') {
  const from = `${prefix}place`;
  const variables = key.map(({ spec }, i) => ({
    low: `${prefix}low_${i}`,
    high: `${prefix}high_${i}`,
    type: declared(spec),
    isBytes: isBytes(spec),
  }));
  const own = key.map((column) => `t.${quoteName(column.from)}`);
  const behind = isBehind(
    own,
    variables.map(({ low }) => low),
  );
  const beyond = isBehind(
    own,
    variables.map(({ high }) => high),
  );
  return {
    variables,
    own,
    behind,
    within: `NOT (${beyond})`,
    highs: variables.map(({ high }) => high).join(', '),
    /** With the table before each of them: a variable of the procedure goes before a column of its name. */
    places: (way: string) => own.map((name) => `${name}${way}`).join(', '),
    /** The place of a round as a text. */
    place: variables
      .map(({ high, isBytes: bytes }) => (bytes ? `HEX(${high})` : `HEX(CONVERT(${high} USING utf8mb4))`))
      .join(", ',', "),
    /** The statements that read it. */
    lows: variables
      .map(({ low, isBytes: bytes }, i) => {
        const said = part(from, i);
        return `    SET ${low} = ${bytes ? said : `CONVERT(${said} USING utf8mb4)`};`;
      })
      .join('\n'),
  };
}

/** What a place says of one column. */
function part(place: string, i: number): string {
  return `UNHEX(SUBSTRING_INDEX(SUBSTRING_INDEX(${place}, ',', ${i + 1}), ',', -1))`;
}

function isBytes({ type }: KeyColumn['spec']): boolean {
  return /^(?:var)?binary/.test(type);
}

/** A variable of the type of a column holds what the column does. */
function declared({ type, charset, collation }: KeyColumn['spec']): string {
  return charset === undefined ? type : `${type} CHARACTER SET ${charset} COLLATE ${collation}`;
}

/** Whether a row comes after a place, column by column. */
function isBehind([column, ...columns]: readonly string[], [value, ...values]: readonly string[]): string {
  if (column === undefined || value === undefined) return 'FALSE';
  if (columns.length === 0) return `${column} > ${value}`;
  return `${column} > ${value} OR (${column} = ${value} AND (${isBehind(columns, values)}))`;
}
