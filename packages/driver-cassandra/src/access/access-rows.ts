import type { Reading, Session, Statement } from '@sync/core';
import { calledWith, type Resource } from './access-statement.js';

/** What a role may do with one thing. */
export interface GrantSpec extends Resource {
  readonly role: string;
  /** In the order of the letters. */
  readonly permissions: readonly string[];
}

/** What a role is, without how it logs in. */
export interface RoleSpec {
  readonly login: boolean;
  readonly superuser: boolean;
  /** The roles that it has been granted, in the order of the letters. */
  readonly memberOf: readonly string[];
}

/** What is held of roles and permissions in place of being granted. */
export interface HeldAccess {
  readonly grants: readonly GrantSpec[];
  readonly roles: ReadonlyMap<string, RoleSpec>;
}

/** A session that knows its role and its keyspace, and of a scratch keyspace what is held there. */
interface KnowingSession extends Session {
  readonly database?: string;
  readonly role?: string;
  heldAccess?(): HeldAccess;
}

/** Reads the roles of the cluster, and never `salted_hash`. */
export const rolesQuery: Statement = { text: 'SELECT role, can_login, is_superuser, member_of FROM system_auth.roles' };

/** Reads the permissions of all roles by one statement, with types as CQL writes them; `system_auth.role_permissions` has the names of Java's classes. */
export const grantsQuery: Statement = { text: 'LIST ALL PERMISSIONS' };

/** The role that we are connected as, where the cluster tells roles apart. */
export function ownRole({ session }: Reading): string | undefined {
  return (session as KnowingSession).role;
}

/** What the roles of the cluster may do with the keyspace and what is in it. */
export async function readGrants({ session }: Reading): Promise<readonly GrantSpec[]> {
  const { database = '', heldAccess } = session as KnowingSession;
  if (heldAccess) return heldAccess.call(session).grants;
  const rows = await session.query<{ readonly role: string; readonly resource: string; readonly permission: string }>(
    grantsQuery,
  );
  const found = new Map<string, { readonly on: Resource; readonly role: string; readonly permissions: string[] }>();
  for (const { role, resource, permission } of rows) {
    const on = resourceIn(resource, database);
    if (!on) continue;
    const key = JSON.stringify([role, resource]);
    const entry = found.get(key) ?? { on, role, permissions: [] };
    found.set(key, entry);
    entry.permissions.push(permission);
  }
  return Array.from(found.values(), ({ on, role, permissions }) => ({ ...on, role, permissions: permissions.sort() }));
}

/** `<table shop.users>`, as the server shows what permissions are on: of this keyspace alone. */
function resourceIn(shown: string, keyspace: string): Resource | undefined {
  const [, what = '', place = ''] =
    /^<(keyspace|all tables in|table|all functions in|function) (.*)>$/s.exec(shown) ?? [];
  if (what === 'keyspace') return place === keyspace ? { level: 'keyspace', name: '' } : undefined;
  if (what === 'all tables in') return place === keyspace ? { level: 'all tables', name: '' } : undefined;
  if (what === 'all functions in') return place === keyspace ? { level: 'all functions', name: '' } : undefined;
  if (what === '' || !place.startsWith(`${keyspace}.`)) return undefined;
  const name = place.slice(keyspace.length + 1);
  if (what === 'table') return { level: 'table', name };
  const bracket = name.lastIndexOf('(');
  return { level: 'function', name: calledWith(name.slice(0, bracket), name.slice(bracket + 1, -1)) };
}

/** The roles of the cluster. */
export async function readRoles({ session }: Reading): Promise<ReadonlyMap<string, RoleSpec>> {
  const { heldAccess } = session as KnowingSession;
  if (heldAccess) return heldAccess.call(session).roles;
  const rows = await session.query<{
    readonly role: string;
    readonly can_login: boolean | null;
    readonly is_superuser: boolean | null;
    readonly member_of: readonly string[] | null;
  }>(rolesQuery);
  return new Map(
    rows.map(({ role, can_login: login, is_superuser: superuser, member_of: memberOf }) => [
      role,
      { login: login === true, superuser: superuser === true, memberOf: [...(memberOf ?? [])].sort() },
    ]),
  );
}
