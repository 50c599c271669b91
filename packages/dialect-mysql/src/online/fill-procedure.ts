import type { Flavour } from '../flavour.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import type { KeyColumn } from './copy-key.js';
import type { CopyNames } from './copy-names.js';
import { watchNumber } from './emptied.js';
import { keyRounds, rowsARound } from './key-rounds.js';
import { readers } from './older-transactions.js';
import { refuseUnseenKeys } from './unseen-keys.js';

/** What is copied from where to where. */
export interface Filling {
  readonly table: string;
  readonly names: CopyNames;
  readonly key: readonly KeyColumn[];
  /** Every column that takes a value, by its names in both. */
  readonly columns: readonly { readonly from: string; readonly to: string }[];
  /** Whether the server gives numbers to rows. */
  readonly counts: boolean;
  /** Whether rows that the table tells apart may be alike to a unique key of the copy. */
  readonly merges: boolean;
  /** Whether no foreign key is seen that leads from the table or to it. */
  readonly isApart: boolean;
  /** By which the table is told from what it is once somebody has emptied it. */
  readonly tableNumber: Flavour['tableNumber'];
}

/** What the procedure does, for people. */
export const fillsCopy = (table: string) =>
  `CREATE PROCEDURE … fills the copy of ${table} in rounds of ${rowsARound.toLocaleString('en')} rows`;

/**
 * A procedure that copies the rows behind a place, some at a time, and returns how many they were and the place of the next round. The rows of a round are locked in the
 * table before any is in the copy, so that nobody who writes one of them waits for the round and is waited for by it. Called with an empty place it makes all rounds.
 */
export function fillProcedure({ table, names, key, columns, counts, isApart, tableNumber }: Filling): string {
  const { variables, own, behind, within, highs, places, place, lows } = keyRounds(key);
  const list = (of: string, side: 'from' | 'to') => columns.map((each) => `${of}${quoteName(each[side])}`).join(', ');
  const same = key.map(({ to }, i) => `c.${quoteName(to)} = ${own[i]}`).join(' AND ');
  return `CREATE PROCEDURE ${quoteName(names.procedure)} (place LONGTEXT CHARACTER SET utf8mb4)
MODIFIES SQL DATA
SQL SECURITY INVOKER
filling: BEGIN
${variables.map(({ low, high, type }) => `  DECLARE ${low}, ${high} ${type};`).join('\n')}
  DECLARE is_whole BOOLEAN DEFAULT place <=> '';
  DECLARE is_first BOOLEAN DEFAULT place IS NULL OR place = '';
  DECLARE moved, locked BIGINT DEFAULT 0;
  DECLARE number BIGINT UNSIGNED;
  DECLARE since DATETIME DEFAULT IF(place LIKE 'since %', SUBSTRING(place, 7, 19), NULL);
${counts ? '  DECLARE counter BIGINT UNSIGNED;\n' : ''}  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
${watchNumber({ table, names }, { tableNumber })}${isApart ? `  IF is_first THEN\n${refuseUnseenKeys(table)}  END IF;\n` : ''}  IF NOT is_first AND since IS NULL THEN
${lows}
  END IF;
  rounds: LOOP
    IF since IS NOT NULL THEN LEAVE rounds; END IF;
    SET ${variables.map(({ high }) => `${high} = NULL`).join(', ')};
    IF is_first THEN
      SELECT ${places('')} INTO ${highs}
      FROM (SELECT ${places('')} FROM ${quoteName(table)} AS t ORDER BY ${places('')} LIMIT ${rowsARound}) AS t
      ORDER BY ${places(' DESC')} LIMIT 1;
    ELSE
      SELECT ${places('')} INTO ${highs}
      FROM (SELECT ${places('')} FROM ${quoteName(table)} AS t WHERE ${behind} ORDER BY ${places('')} LIMIT ${rowsARound}) AS t
      ORDER BY ${places(' DESC')} LIMIT 1;
    END IF;
    IF high_0 IS NULL THEN
${counts ? carryCounter(table, names) : ''}${newestReader}      SET place = NULL;
      LEAVE rounds;
    END IF;
    START TRANSACTION;
    SELECT COUNT(*) INTO locked FROM ${quoteName(table)} AS t
    WHERE (is_first OR (${behind})) AND ${within}
    LOCK IN SHARE MODE;
    INSERT INTO ${quoteName(names.copy)} (${list('', 'to')})
    SELECT ${list('t.', 'from')}
    FROM ${quoteName(table)} AS t LEFT JOIN ${quoteName(names.copy)} AS c ON ${same}
    WHERE (is_first OR (${behind})) AND ${within} AND c.${quoteName(key[0]?.to ?? '')} IS NULL;
    SET moved = ROW_COUNT();
    COMMIT;
    SET place = CONCAT(${place});
    IF NOT is_whole THEN LEAVE rounds; END IF;
    SET is_first = FALSE, ${variables.map(({ low, high }) => `${low} = ${high}`).join(', ')};
  END LOOP;
${awaitReaders}  IF NOT is_whole THEN SELECT moved AS \`done\`, place AS \`next\`; END IF;
END`;
}

/**
 * Once all rows are copied: when the last of those began that may have begun before. An account without the right PROCESS is not told. The server tells what it told within the
 * last tenth of a second, and of an empty table nobody misses a row.
 */
const newestReader = `      IF NOT is_first THEN BEGIN
        DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
        DO SLEEP(0.2);
        SELECT MAX(trx_started) INTO since FROM ${readers};
      END; END IF;
`;

/**
 * The server would show them the copy with the rows that had come by then, and not say that any is missing: it tells them that the table is another one only where it has altered
 * it itself. So the copy takes its place when they have ended. No round is told what the one before it was.
 */
const awaitReaders = `  WHILE since IS NOT NULL DO
    IF EXISTS (SELECT 1 FROM ${readers} AND trx_started <= since) THEN
      SET place = CONCAT('since ', since, IF(place LIKE '%.', '', '.'));
      DO SLEEP(0.5);
    ELSE
      SET place = NULL, since = NULL;
    END IF;
    IF NOT is_whole THEN SET since = NULL; END IF;
  END WHILE;
`;

/** No number is given again that a row had which is gone. */
function carryCounter(table: string, { copy }: CopyNames): string {
  const alter = quoteText(`ALTER TABLE ${quoteName(copy)} AUTO_INCREMENT = `);
  return `      SELECT auto_increment INTO counter FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_name = ${quoteText(table)};
      SET @schema_sync_alter = CONCAT(${alter}, COALESCE(counter, 1));
      PREPARE schema_sync_alter FROM @schema_sync_alter;
      EXECUTE schema_sync_alter;
      DEALLOCATE PREPARE schema_sync_alter;
`;
}
