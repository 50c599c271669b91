import { type Server, SyncError } from '@sync/core';
import type { GrantSpec, HeldAccess, RoleSpec } from './access-rows.js';
import { type AccessStatement, type Resource, readAccess, Unreadable } from './access-statement.js';
import { allPermissions } from './permissions.js';

/**
 * What is said of roles and permissions in a scratch keyspace. Roles are of the cluster: one that was made there would be a real one, so that statements are read and held here.
 */
export class AccessLedger {
  private readonly roles = new Map<string, RoleSpec>();
  private readonly grants = new Map<string, GrantSpec>();

  constructor(private readonly server: Pick<Server, 'features'>) {}

  /** Whether a statement is about roles or permissions, which is then held. `isOwn` says which keyspace is the one at hand. */
  takes(text: string, isOwn: (keyspace: string) => boolean): boolean {
    const read = readAccess(text);
    if (read === undefined) return false;
    // What is not understood is never sent on: it would come about.
    if (read instanceof Unreadable) throw notHeld(read.why);
    this.hold(read, isOwn);
    return true;
  }

  held(): HeldAccess {
    return { grants: [...this.grants.values()], roles: this.roles };
  }

  /** A thing went, and took along what was granted on it. */
  forget({ level, name }: Resource): void {
    for (const [key, grant] of this.grants) if (grant.level === level && grant.name === name) this.grants.delete(key);
  }

  private hold(statement: AccessStatement, isOwn: (keyspace: string) => boolean): void {
    switch (statement.verb) {
      case 'create-role':
      case 'alter-role': {
        const { role, login = false, superuser = false } = statement;
        const there = this.roles.get(role);
        if (there && statement.verb === 'create-role') {
          if (statement.unless) return;
          throw notHeld(`the role ${role} is made twice`);
        }
        if (!there && statement.verb === 'alter-role') {
          if (statement.unless) return;
          // Of what is not said of it nobody would know what it is, such as whether it logs in.
          throw notHeld(`the role ${role} is altered, and is not said to be made`);
        }
        this.roles.set(role, { memberOf: [], login, superuser, ...there, ...optionsOf(statement) });
        return;
      }
      case 'drop-role':
        this.dropRole(statement.role);
        return;
      case 'grant-role':
      case 'revoke-role':
        this.holdMember(statement.role, statement.of, statement.verb === 'grant-role');
        return;
      case 'grant':
      case 'revoke':
        if (statement.keyspace !== undefined && !isOwn(statement.keyspace))
          throw notHeld(`it is about the keyspace ${statement.keyspace}, which is another one`);
        this.holdGrant(statement);
        return;
      default:
        statement satisfies never;
    }
  }

  /** With it goes what it may do, and that others are members of it: one of the same name that is made later begins with nothing. */
  private dropRole(role: string): void {
    this.roles.delete(role);
    for (const [key, grant] of this.grants) if (grant.role === role) this.grants.delete(key);
    for (const [name, { memberOf }] of this.roles) if (memberOf.includes(role)) this.holdMember(name, role, false);
  }

  private holdMember(role: string, of: string, isGranted: boolean): void {
    const there = this.roles.get(role);
    if (!there) throw notHeld(`the role ${role} is granted another one, and is not said to be made`);
    const others = there.memberOf.filter((each) => each !== of);
    this.roles.set(role, { ...there, memberOf: isGranted ? [...others, of].sort() : others });
  }

  private holdGrant({ verb, role, on, permissions }: Extract<AccessStatement, { verb: 'grant' | 'revoke' }>): void {
    const key = JSON.stringify([role, on.level, on.name]);
    const named = permissions === 'all' ? allPermissions(on.level, this.server) : permissions;
    const before = new Set(this.grants.get(key)?.permissions);
    for (const permission of named) {
      if (verb === 'grant') before.add(permission);
      else before.delete(permission);
    }
    if (before.size === 0) this.grants.delete(key);
    else this.grants.set(key, { ...on, role, permissions: [...before].sort() });
  }
}

function optionsOf({ login, superuser }: { readonly login?: boolean; readonly superuser?: boolean }) {
  return { ...(login !== undefined && { login }), ...(superuser !== undefined && { superuser }) };
}

function notHeld(why: string): SyncError {
  return new SyncError({
    code: 'UNSUPPORTED',
    op: 'scratch',
    message: `this says something of roles or permissions that no desired state can: ${why}`,
    hint: 'Take the statement out, and run it with cqlsh.',
  });
}
