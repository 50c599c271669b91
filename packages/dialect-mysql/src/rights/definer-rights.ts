import type { Statement } from '@sync/core';
import { rowsOf } from './rows-of.js';

/** Something that is written anew and stays whose it was. */
export interface KeptDefiner {
  readonly title: string;
  /** `name@host` */
  readonly definer: string;
}

/** A name of an account as the server writes grantees: whatever stands behind the last @ is the host. */
export const grantee = `CONCAT("'", LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - LOCATE('@', REVERSE(CURRENT_USER()))), "'@'", SUBSTRING_INDEX(CURRENT_USER(), '@', -1), "'")`;

/** Whether the server shows what the account may do. The table of enabled roles cannot be read where utf8mb4 has another default collation. */
export const isShown = `EXISTS (SELECT 1 FROM information_schema.user_privileges p WHERE p.grantee = ${grantee})
  AND COALESCE(CURRENT_ROLE(), 'NONE') = 'NONE'`;

/** Who writes anew what runs with the rights of somebody else has to be allowed to say so. */
export function lacksForDefiners(kept: readonly KeptDefiner[], right: string): Statement {
  return {
    text: `SELECT
  CONCAT(d.title, ' runs with the rights of ', d.definer, ', and is to: the account lacks ${right}') AS 'lack',
  CONCAT('GRANT ${right} ON *.* TO ', ${grantee}) AS 'remedy'
FROM ${rowsOf({ title: 'text', definer: 'varchar(400)' })} AS d
WHERE ${isShown}
  AND CONVERT(d.definer USING utf8mb4) <> CONVERT(CURRENT_USER() USING utf8mb4)
  AND NOT EXISTS (
    SELECT 1 FROM information_schema.user_privileges p
    WHERE p.grantee = ${grantee} AND p.privilege_type IN ('SUPER', '${right}')
  )`,
    params: [kept.map(({ title, definer }) => ({ title, definer }))],
  };
}
