import {
  type Address,
  address,
  type Delta,
  equalJson,
  type Found,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { ownRole, type RoleSpec, readRoles } from '../access/access-rows.js';
import { changesRole, dropsRole, hasNoPassword } from '../hazards.js';
import { quoteName } from '../names.js';
import { leftAlone, scopeOf } from '../read/read.js';

/** Where a role is. */
export function roleAddress(name: string): Address {
  return address('cassandra/role', name);
}

/**
 * Roles of the cluster that the desired state names, where `roles` are asked for. Which others there are is nothing that a keyspace could say, so that none of them is dropped unless `all-roles` is asked for.
 * Passwords are neither read nor written.
 */
export const roleKind: ObjectKind<RoleSpec> = {
  kind: 'cassandra/role',
  title: 'role',
  optIn: { part: 'all-roles', reason: 'a role that the desired state does not name stays unless --with all-roles' },
  inspect: inspectRoles,
  compare({ spec: from }, { spec: to }) {
    const deltas: Delta[] = (['login', 'superuser'] as const).flatMap((name) =>
      from[name] === to[name]
        ? []
        : [{ type: `change-${name}` as const, path: [name], from: from[name], to: to[name] }],
    );
    if (!equalJson(from.memberOf, to.memberOf))
      deltas.push({ type: 'change-memberships', path: ['memberOf'], from: from.memberOf, to: to.memberOf });
    return deltas;
  },
  survives: (_, change) => change.verb !== 'replace' && change.verb !== 'drop',
  render(change) {
    switch (change.verb) {
      case 'create': {
        const { name, spec } = change.to;
        const text = `CREATE ROLE ${quoteName(name)} WITH LOGIN = ${String(spec.login)} AND SUPERUSER = ${String(spec.superuser)}`;
        return [
          {
            summary: `create role ${name}`,
            sql: [text, ...memberships(name, [], spec.memberOf)].map((each) => ({ text: each })),
            hazards: [changesRole(name), ...(spec.login ? [hasNoPassword(name)] : [])],
          },
        ];
      }
      case 'drop':
        return [
          {
            summary: `drop role ${change.from.name}`,
            sql: [{ text: `DROP ROLE ${quoteName(change.from.name)}` }],
            hazards: [dropsRole(change.from.name)],
          },
        ];
      case 'alter':
        return [
          {
            summary: `alter role ${change.to.name}`,
            sql: altering(change.from, change.to).map((text) => ({ text })),
            hazards: [changesRole(change.to.name)],
          },
        ];
      case 'rename':
        return {
          impossible: `Cassandra cannot rename a role: ${change.from.name} to ${change.to.name}`,
          hint: 'Declare both, let clients log in as the new one, and take the old one out.',
        };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { login, superuser, memberOf } }) => ({
    head: [
      login ? 'logs in' : 'does not log in',
      ...(superuser ? ['superuser'] : []),
      ...(memberOf.length === 0 ? [] : [`has ${memberOf.join(', ')}`]),
    ].join(', '),
  }),
};

function altering(from: SchemaObject<RoleSpec>, to: SchemaObject<RoleSpec>): readonly string[] {
  const options = (['login', 'superuser'] as const).flatMap((name) =>
    from.spec[name] === to.spec[name] ? [] : [`${name.toUpperCase()} = ${String(to.spec[name])}`],
  );
  return [
    ...(options.length === 0 ? [] : [`ALTER ROLE ${quoteName(to.name)} WITH ${options.join(' AND ')}`]),
    ...memberships(to.name, from.spec.memberOf, to.spec.memberOf),
  ];
}

function memberships(role: string, from: readonly string[], to: readonly string[]): readonly string[] {
  const [before, after] = [new Set(from), new Set(to)];
  return [
    ...to.filter((of) => !before.has(of)).map((of) => `GRANT ${quoteName(of)} TO ${quoteName(role)}`),
    ...from.filter((of) => !after.has(of)).map((of) => `REVOKE ${quoteName(of)} FROM ${quoteName(role)}`),
  ];
}

async function* inspectRoles(reading: Reading): AsyncGenerator<Found<RoleSpec>> {
  const scope = scopeOf(reading);
  const isAsked = reading.with.has('roles') || reading.with.has('all-roles');
  // What was not asked for is looked at where files say it alone: to read it takes a right.
  if (!isAsked && !reading.desired) return;
  const own = ownRole(reading);
  for (const [name, spec] of await readRoles(reading)) {
    const reason =
      name === own ? 'schema-sync is connected as it' : 'roles are compared where --with roles asks for it';
    if (name === own || !isAsked) yield leftAlone(scope, 'role', name, reason);
    else
      yield {
        scope,
        object: schemaObject({
          kind: 'cassandra/role',
          address: roleAddress(name),
          name,
          spec,
          needs: spec.memberOf.map(roleAddress),
        }),
      };
  }
}
