import type { SchemaObject, StepDraft } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { tableDifference } from '../kinds/table/difference.js';
import type { TableSpec } from '../kinds/table/spec.js';
import { lacksAmong } from '../rights/missing-rights.js';
import { quoteName } from '../text/names.js';
import { copyKey, type KeyColumn } from './copy-key.js';
import { copyNames } from './copy-names.js';
import { keyRounds, rowsARound } from './key-rounds.js';
import { leftOfCopy } from './remove-copy.js';

/** What columns are set to, in which rows. */
export interface Setting {
  readonly set: string;
  readonly where: string;
}

/** Sets columns some rows at a time while others write; undefined for a table without a key to go by. */
export function fillInPlace(
  table: SchemaObject<TableSpec>,
  settings: readonly Setting[],
  flavour: Flavour,
): Omit<StepDraft, 'summary'> | undefined {
  const key = copyKey(tableDifference(table, table, new Map(), flavour));
  if (!key) return undefined;
  const { procedure } = copyNames(table.name);
  return {
    sql: [
      { text: roundsOf(table.name, key, settings) },
      { text: `CALL ${quoteName(procedure)}(?)`, repeat: true },
      { text: `DROP PROCEDURE ${quoteName(procedure)}` },
    ],
    atomic: false,
    leftovers: leftOfCopy(table.name),
    rights: lacksAmong([{ privilege: 'CREATE ROUTINE', title: `the rounds of table ${table.name}` }]),
  };
}

/** In front of the names of variables, which a column of the table would be taken for otherwise. */
const prefix = 'schema_sync_';

/** A procedure that sets columns of the rows behind a place, some at a time, and returns how many it wrote and the place of the next round. Called with an empty place it makes all rounds. */
function roundsOf(table: string, key: readonly KeyColumn[], settings: readonly Setting[]): string {
  const { variables, behind, within, highs, places, place, lows } = keyRounds(key, prefix);
  const [at, isFirst, isWhole, done] = [`${prefix}place`, `${prefix}is_first`, `${prefix}is_whole`, `${prefix}done`];
  const from = quoteName(table);
  const last = (where: string) => `SELECT ${places('')} INTO ${highs}
      FROM (SELECT ${places('')} FROM ${from} AS t${where} ORDER BY ${places('')} LIMIT ${rowsARound}) AS t
      ORDER BY ${places(' DESC')} LIMIT 1;`;
  const updates = settings.map(
    ({ set, where }) => `    UPDATE ${from} AS t SET ${set}
    WHERE (${isFirst} OR (${behind})) AND ${within} AND (${where});
    SET ${done} = ${done} + ROW_COUNT();`,
  );
  return `CREATE PROCEDURE ${quoteName(copyNames(table).procedure)} (${at} LONGTEXT CHARACTER SET utf8mb4)
MODIFIES SQL DATA
SQL SECURITY INVOKER
BEGIN
${variables.map(({ low, high, type }) => `  DECLARE ${low}, ${high} ${type};`).join('\n')}
  DECLARE ${isWhole} BOOLEAN DEFAULT ${at} <=> '';
  DECLARE ${isFirst} BOOLEAN DEFAULT ${at} IS NULL OR ${at} = '';
  DECLARE ${done} BIGINT DEFAULT 0;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
  IF NOT ${isFirst} THEN
${lows}
  END IF;
  rounds: LOOP
    SET ${variables.map(({ high }) => `${high} = NULL`).join(', ')};
    IF ${isFirst} THEN
      ${last('')}
    ELSE
      ${last(` WHERE ${behind}`)}
    END IF;
    IF ${prefix}high_0 IS NULL THEN
      SET ${at} = NULL;
      LEAVE rounds;
    END IF;
    START TRANSACTION;
${updates.join('\n')}
    COMMIT;
    SET ${at} = CONCAT(${place});
    IF NOT ${isWhole} THEN LEAVE rounds; END IF;
    SET ${isFirst} = FALSE, ${variables.map(({ low, high }) => `${low} = ${high}`).join(', ')};
  END LOOP;
  IF NOT ${isWhole} THEN SELECT ${done} AS \`done\`, ${at} AS \`next\`; END IF;
END`;
}
