import { type Lexis, SyncError } from '@sync/core';
import type { Rows } from '../read/rows.js';
import { quoteText } from '../text/literal.js';
import { quoteName, quoteNames } from '../text/names.js';
import type { Privileges } from './privileges.js';
import { type Grantee, type GrantStatement, readGrant, Unreadable } from './read-grant.js';

/** What a ledger asks of the server that it is held beside. */
export type AskServer = (text: string) => Promise<readonly unknown[]>;

interface Facts {
  readonly privileges: Privileges;
  /** The host of what is a role and no account, where that is another one. */
  readonly roleHost: string;
}

/**
 * What is granted in a scratch database. The server would grant it to real accounts, on a database that is dropped a moment later, and keep it after that: so statements are
 * read and held here, and nothing is granted.
 */
export class GrantLedger {
  private readonly held = new Map<string, Rows['grants']>();

  constructor(private readonly facts: Facts) {}

  /** Whether a statement is one of privileges, which is then held. What it is on has to be there. */
  async takes(text: string, ask: AskServer, lexis: Lexis): Promise<boolean> {
    const read = readGrant(text, lexis, this.facts.privileges);
    if (read === undefined) return false;
    // What is not understood is never sent on: it would be granted.
    if (read instanceof Unreadable) throw notRead(read.why);
    if (read.verb === 'GRANT') await ask(lookFor(read));
    for (const grantee of read.grantees) this.hold(read, await this.accountOf(grantee, ask));
    return true;
  }

  rows(): readonly Rows['grants'][] {
    return [...this.held.values()];
  }

  /** Who is named without a host is a role, where there is one of that name. */
  private async accountOf({ name, host }: Grantee, ask: AskServer): Promise<string> {
    const { roleHost } = this.facts;
    if (host !== undefined) return granteeText(name, host);
    if (roleHost === '%') return granteeText(name, '%');
    const roles = await ask(
      `SELECT 1 FROM mysql.user WHERE User = ${quoteText(name)} AND Host = ${quoteText(roleHost)}`,
    );
    return granteeText(name, roles.length > 0 ? roleHost : '%');
  }

  private hold({ verb, privileges, grantable, level, name }: GrantStatement, grantee: string): void {
    const all = [...privileges, ...(grantable ? [{ privilege: 'GRANT OPTION' }] : [])];
    for (const { privilege, column = '' } of all) {
      const key = JSON.stringify([grantee, level, name, privilege, column]);
      if (verb === 'REVOKE') this.held.delete(key);
      else this.held.set(key, { grantee, level, name, column, privilege, grantable: 'NO', self: 0 });
    }
  }
}

function notRead(why: string): SyncError {
  return new SyncError({
    code: 'UNSUPPORTED',
    op: 'scratch',
    message: `this grants something that cannot be held in scratch: ${why}`,
    hint: 'Take the statement out, and run it with the server’s own client.',
  });
}

/** As the server shows an account in its information schema. */
function granteeText(name: string, host: string): string {
  return `'${name}'@'${host}'`;
}

/** Fails, in the server's words, where there is no such thing. */
function lookFor({ level, name, privileges }: GrantStatement): string {
  const columns = privileges.flatMap(({ column }) => (column === undefined ? [] : [column]));
  switch (level) {
    case 'database':
      return 'DO 0';
    case 'table':
      return `SELECT ${columns.length === 0 ? '1' : quoteNames(columns)} FROM ${quoteName(name)} LIMIT 0`;
    case 'function':
    case 'procedure':
    case 'package':
    case 'package body':
      return `SHOW CREATE ${level.toUpperCase()} ${quoteName(name)}`;
    default:
      return level satisfies never;
  }
}
