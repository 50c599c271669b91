import type { Statement } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import type { CopyNames } from './copy-names.js';

/** The place with which the procedure of a copy says nothing but whether the table was emptied. */
const askedPlace = 'emptied';

/** What was found when it was asked last, for the check right behind that. */
const found = '@schema_sync_emptied';

/** A number of the session, which goes by the table: copies of two tables may be under way at once. */
const kept = ({ procedure }: CopyNames) => `@${quoteName(procedure)}`;

/**
 * Has the procedure of a copy, labelled `filling`, keep the number that InnoDB has for the table when the first row is copied, and say by it whether somebody has emptied the
 * table since: TRUNCATE makes it anew, which neither a trigger sees nor its time tells. An account without the right PROCESS is not told, and nothing is found by it.
 */
export function watchNumber(
  { table, names }: { readonly table: string; readonly names: CopyNames },
  { tableNumber }: Pick<Flavour, 'tableNumber'>,
): string {
  return `  IF is_first OR place = ${quoteText(askedPlace)} THEN
    BEGIN
      DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
      SET number = ${tableNumber(quoteText(table))};
    END;
  END IF;
  IF place = ${quoteText(askedPlace)} THEN
    SET ${found} = number <> ${kept(names)};
    LEAVE filling;
  END IF;
  IF is_first THEN SET ${kept(names)} = number; END IF;
`;
}

/** Asks for that. What is called gives no rows to a query around it, as scripts have for a check: it leaves word for the one behind it. */
export function notEmptied({ procedure }: CopyNames, check: NonNullable<Statement['check']>): readonly Statement[] {
  return [
    { text: `CALL ${quoteName(procedure)}(${quoteText(askedPlace)})` },
    { text: `SELECT 'emptied' AS \`what\` FROM DUAL WHERE ${found}`, check },
  ];
}
