import { byCodeUnit } from '@sync/core';
import type { Rows } from '../read/rows.js';
import { quoteName } from '../text/names.js';
import type { GrantLevel, Privilege } from './privileges.js';

/** What one account, or role, may do with one thing. */
export interface GrantSpec {
  /** `name@host`; a role of MariaDB has no host. */
  readonly grantee: string;
  readonly level: GrantLevel;
  /** Empty for the database itself. */
  readonly name: string;
  /** Sorted by privilege and column. */
  readonly privileges: readonly Privilege[];
  /** Whether it may grant them on. */
  readonly grantable?: true;
}

/** The grant that rows of one account and one thing come to. */
export function grantOf(rows: readonly Rows['grants'][]): GrantSpec | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const said = rows.flatMap(({ privilege, column, grantable }) => [
    ...privilege.split(',').map((each) => ({ privilege: each.toUpperCase(), column })),
    ...(grantable === 'YES' ? [{ privilege: 'GRANT OPTION', column: '' }] : []),
  ]);
  const isOption = (privilege: string) => privilege === 'GRANT OPTION' || privilege === 'GRANT';
  const privileges = new Map(
    said.flatMap(({ privilege, column }) =>
      isOption(privilege) || privilege === 'USAGE'
        ? []
        : [[`${privilege} ${column}`, { privilege, ...(column !== '' && { column }) }] as const],
    ),
  );
  return {
    grantee: accountIn(first.grantee),
    level: first.level as GrantLevel,
    name: first.name,
    privileges: [...privileges].sort(([a], [b]) => byCodeUnit(a, b)).map(([, privilege]) => privilege),
    ...(said.some(({ privilege }) => isOption(privilege)) && { grantable: true }),
  };
}

/** `'name'@'host'` as `name@host`. */
function accountIn(grantee: string): string {
  const at = grantee.lastIndexOf("'@'");
  return `${grantee.slice(1, at)}@${grantee.slice(at + 3, -1)}`;
}

/** An account as people are told of it: a role of MariaDB by its name. */
export function shownAccount(account: string): string {
  return account.endsWith('@') ? account.slice(0, -1) : account;
}

/** An account as a statement names it. */
export function printAccount(account: string): string {
  const at = account.lastIndexOf('@');
  const host = account.slice(at + 1);
  return `${quoteName(account.slice(0, at))}${host === '' ? '' : `@${quoteName(host)}`}`;
}

/** `SELECT (`a`, `b`), UPDATE`. */
export function printPrivileges(privileges: readonly Privilege[]): string {
  const columns = new Map<string, string[]>();
  const whole = new Set<string>();
  for (const { privilege, column } of privileges) {
    if (column === undefined) whole.add(privilege);
    else columns.set(privilege, [...(columns.get(privilege) ?? []), quoteName(column)]);
  }
  return [...whole, ...Array.from(columns, ([privilege, names]) => `${privilege} (${names.join(', ')})`)].join(', ');
}

/** What stands behind ON: `*` is the database at hand, whatever it is called. */
export function printTarget({ level, name }: Pick<GrantSpec, 'level' | 'name'>): string {
  return level === 'database' ? '*' : `${level === 'table' ? '' : `${level.toUpperCase()} `}${quoteName(name)}`;
}
