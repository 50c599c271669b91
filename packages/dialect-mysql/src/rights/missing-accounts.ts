import type { Change, Statement } from '@sync/core';
import type { GrantSpec } from '../grants/grant-spec.js';
import { printAccount } from '../grants/grant-spec.js';

/** Accounts and roles to which something is granted, and that are not there: no plan makes one, and some servers would make it along with the grant. */
export function missingAccounts(changes: readonly Change[]): Statement | undefined {
  const wanted = new Map<string, string>();
  for (const change of changes) {
    if (change.kind !== 'mysql/grant' || change.verb === 'drop' || change.verb === 'rename') continue;
    const { grantee } = change.to.spec as GrantSpec;
    if (!wanted.has(grantee)) wanted.set(grantee, change.to.name);
  }
  if (wanted.size === 0) return undefined;
  const rows = Array.from(wanted, (_, i) =>
    i === 0 ? "SELECT ? AS 'user', ? AS 'host', ? AS 'title', ? AS 'account', ? AS 'remedy'" : 'SELECT ?, ?, ?, ?, ?',
  );
  return {
    text: `SELECT CONCAT('grant of ', a.title, ': there is no account ', a.account) AS 'lack', a.remedy AS 'remedy'
FROM (
  ${rows.join('\n  UNION ALL ')}
) AS a
WHERE NOT EXISTS (
  SELECT 1 FROM mysql.user u
  WHERE CONVERT(u.user USING utf8mb4) = CONVERT(a.user USING utf8mb4) AND CONVERT(u.host USING utf8mb4) = CONVERT(a.host USING utf8mb4)
)`,
    params: Array.from(wanted, ([grantee, title]) => {
      const at = grantee.lastIndexOf('@');
      const [user, host] = [grantee.slice(0, at), grantee.slice(at + 1)];
      const account = printAccount(grantee);
      return [user, host, title, account, host === '' ? `CREATE ROLE ${account}` : `CREATE USER ${account}`];
    }).flat(),
  };
}
