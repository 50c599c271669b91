import type { Statement } from '@sync/core';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import type { CopyNames } from './copy-names.js';

/** Transactions of others that go on reading what there was when they began. */
export const readers = `information_schema.innodb_trx
      WHERE trx_isolation_level = 'REPEATABLE READ' AND trx_mysql_thread_id NOT IN (0, CONNECTION_ID())`;

/** The number by which a wait is told from every other failure, of those that MySQL leaves to others. https://dev.mysql.com/doc/refman/9.7/en/error-message-elements.html */
export const olderTransactionNumber = 50_002;

/** Those of them that may write. */
const writers = `${readers} AND trx_is_read_only = 0`;

/** Where the session keeps when the last of those began that may have begun before the copy was there: it stays the same however often the wait is tried again. */
const since = '@schema_sync_since';

/** How often a call looks, a tenth of a second apart, before it leaves the wait to whoever called it. */
const looks = 20;

/**
 * Waits until no transaction is older than the copy, before anybody has to write to it: the server refuses one that began before a table was there to look for a row in it, and
 * would take back whatever deletes one of the table or changes its key. Of an empty table there is nothing to delete. It goes by the name of the procedure that fills the copy,
 * so that whatever takes that away takes this away, too.
 */
export function awaitOlder(table: string, { procedure }: Pick<CopyNames, 'procedure'>): readonly Statement[] {
  const own = quoteName(procedure);
  return [
    { text: `SET ${since} = NULL` },
    { text: waiting(table, own) },
    { text: `CALL ${own}()` },
    { text: `DROP PROCEDURE ${own}` },
  ];
}

/** An account without the right PROCESS is not told of others, and waits for none. The server tells what it told within the last tenth of a second. */
function waiting(table: string, procedure: string): string {
  return `CREATE PROCEDURE ${procedure} ()
READS SQL DATA
SQL SECURITY INVOKER
BEGIN
  DECLARE looks INT DEFAULT ${looks};
  DECLARE older VARCHAR(128) CHARACTER SET utf8mb4;
  BEGIN
    DECLARE CONTINUE HANDLER FOR SQLEXCEPTION SET looks = 0;
    IF EXISTS (SELECT 1 FROM ${quoteName(table)}) AND ${since} IS NULL THEN
      DO SLEEP(0.2);
      SELECT MAX(trx_started) INTO ${since} FROM ${writers};
    END IF;
    WHILE looks > 0 DO
      SET looks = looks - 1, older = (
        SELECT LEFT(CONCAT('the transaction of connection ', t.trx_mysql_thread_id, COALESCE(CONCAT(' (', p.user, ' from ', p.host, ')'), ''), ', open since ', t.trx_started), 128)
        FROM (SELECT trx_mysql_thread_id, trx_started FROM ${writers} AND trx_started <= ${since} ORDER BY trx_started LIMIT 1) AS t
        LEFT JOIN information_schema.processlist AS p ON p.id = t.trx_mysql_thread_id
      );
      IF older IS NULL THEN SET looks = 0; ELSE DO SLEEP(0.1); END IF;
    END WHILE;
  END;
  IF older IS NOT NULL THEN
    SIGNAL SQLSTATE ${quoteText('45000')} SET MYSQL_ERRNO = ${olderTransactionNumber}, MESSAGE_TEXT = older;
  END IF;
END`;
}
