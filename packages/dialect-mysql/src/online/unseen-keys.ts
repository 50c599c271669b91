import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';

/** What a server says of a table that is at an end of a foreign key: MySQL, and MariaDB. https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html#error_er_fk_cannot_change_engine */
const atAnEnd = [3776, 1217];
/** https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html#error_er_lock_wait_timeout */
const lockNotGranted = 1205;

/** The number of the refusal, of those that MySQL leaves to others. https://dev.mysql.com/doc/refman/9.7/en/error-message-elements.html */
export const unseenKeysNumber = 50_001;

/** What helps where foreign keys of another database lead to a table that is to be copied. */
export const keysElsewhereHint =
  'Drop them for the time of the run, or have the server copy the table while nobody writes: --no-online.';

/**
 * Has the server tell of foreign keys of tables that the account has no rights on, and which no catalogue shows it: it refuses another engine to a table that one leads to
 * before it looks at how that is to be made. No engine is changed in place, so that this fails in any case. Only of a table without keys that are seen does it tell anything.
 */
export function refuseUnseenKeys(table: string): string {
  const message = `foreign keys of another database lead to table ${table}, unseen`;
  return `    BEGIN
      DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
      DECLARE EXIT HANDLER FOR ${lockNotGranted} RESIGNAL;
      DECLARE EXIT HANDLER FOR ${atAnEnd.join(', ')} SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = ${unseenKeysNumber}, MESSAGE_TEXT = ${quoteText(message)};
      ALTER TABLE ${quoteName(table)} ENGINE=MyISAM, ALGORITHM=INPLACE;
    END;
`;
}
