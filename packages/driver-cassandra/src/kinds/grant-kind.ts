import {
  type Address,
  address,
  type Delta,
  type Found,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { type GrantSpec, ownRole, readGrants } from '../access/access-rows.js';
import { calledWith } from '../access/access-statement.js';
import { ownKeyspace } from '../dialect.js';
import { changesPermissions } from '../hazards.js';
import { quoteName } from '../names.js';
import { leftAlone, readSystem, scopeOf } from '../read/read.js';
import { tableAddress } from '../types.js';
import { roleAddress } from './role-kind.js';
import { bareOf, signatureOf } from './routine.js';

/** What roles may do with the keyspace and what is in it, where `grants` are asked for: an object for each role and each thing. */
export const grantKind: ObjectKind<GrantSpec> = {
  kind: 'cassandra/grant',
  title: 'grant',
  optIn: { part: 'grants', reason: 'who may do what stays unless --with grants' },
  inspect: inspectGrants,
  compare: (from, to): readonly Delta[] => [
    {
      type: 'change-permissions',
      path: ['permissions'],
      from: from.spec.permissions,
      to: to.spec.permissions,
    },
  ],
  survives: (_, change) => change.verb !== 'replace' && change.verb !== 'drop',
  render(change) {
    switch (change.verb) {
      case 'create':
        return [step(change.to, `grant ${change.to.spec.role} permissions on`, change.to.spec.permissions, [])];
      case 'drop':
        return [step(change.from, `revoke ${change.from.spec.role} permissions on`, [], change.from.spec.permissions)];
      case 'alter': {
        const [before, after] = [new Set(change.from.spec.permissions), new Set(change.to.spec.permissions)];
        const more = change.to.spec.permissions.filter((each) => !before.has(each));
        const less = change.from.spec.permissions.filter((each) => !after.has(each));
        return [step(change.to, `change permissions of ${change.to.spec.role} on`, more, less)];
      }
      case 'rename':
        return { impossible: 'permissions are of one role and one thing, and go to no other' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: spec.permissions.join(', ') }),
};

/** One statement for each permission: that is how every version reads them. */
function step(
  { spec }: SchemaObject<GrantSpec>,
  what: string,
  more: readonly string[],
  less: readonly string[],
): StepDraft {
  const [on, role] = [writtenOn(spec), quoteName(spec.role)];
  return {
    summary: `${what} ${titleOf(spec)}`,
    sql: [
      ...more.map((permission) => ({ text: `GRANT ${permission} ON ${on} TO ${role}` })),
      ...less.map((permission) => ({ text: `REVOKE ${permission} ON ${on} FROM ${role}` })),
    ],
    hazards: [changesPermissions(titleOf(spec), spec.role)],
  };
}

function titleOf({ level, name }: GrantSpec): string {
  if (level === 'table' || level === 'function') return `${level} ${name}`;
  return level === 'keyspace' ? 'the keyspace' : level;
}

function writtenOn({ level, name }: GrantSpec): string {
  const keyspace = quoteName(ownKeyspace);
  switch (level) {
    case 'keyspace':
      return `KEYSPACE ${keyspace}`;
    case 'all tables':
      return `ALL TABLES IN KEYSPACE ${keyspace}`;
    case 'all functions':
      return `ALL FUNCTIONS IN KEYSPACE ${keyspace}`;
    case 'table':
      return `TABLE ${quoteName(name)}`;
    case 'function':
      return `FUNCTION ${keyspace}.${quoteName(bareOf(name))}${name.slice(bareOf(name).length)}`;
    default:
      return level satisfies never;
  }
}

async function* inspectGrants(reading: Reading): AsyncGenerator<Found<GrantSpec>> {
  const scope = scopeOf(reading);
  const isAsked = reading.with.has('grants');
  if (!isAsked && !reading.desired) return;
  const own = ownRole(reading);
  const things = isAsked ? await addressesOf(reading) : new Map<string, Address>();
  for (const spec of await readGrants(reading)) {
    const name = `${titleOf(spec)} and ${spec.role}`;
    if (!isAsked) {
      yield leftAlone(scope, 'grant', name, 'permissions are compared where --with grants asks for it');
      continue;
    }
    const isWhole = spec.name === '';
    const on = isWhole ? undefined : things.get(`${spec.level} ${spec.name}`);
    // The server grants whoever makes something all that can be done with it.
    if (spec.role === own) yield leftAlone(scope, 'grant', name, 'schema-sync is connected as this role');
    else if (isWhole || on !== undefined) yield { scope, object: grantObject(spec, name, on) };
    else yield leftAlone(scope, 'grant', name, 'what it is on is not there');
  }
}

function grantObject(spec: GrantSpec, name: string, on: Address | undefined): SchemaObject<GrantSpec> {
  return schemaObject<GrantSpec>({
    kind: 'cassandra/grant',
    address: address('cassandra/grant', spec.role, spec.level, spec.name),
    name,
    spec,
    // The server takes them along with what they are on.
    ...(on !== undefined && { parent: on }),
    needs: [roleAddress(spec.role)],
  });
}

/** Where what permissions can be on is, by its level and name. */
async function addressesOf(reading: Reading): Promise<ReadonlyMap<string, Address>> {
  const tables = await readSystem<{ readonly table_name: string }>(reading, 'tables');
  const things = new Map(tables.map(({ table_name: name }) => [`table ${name}`, tableAddress(name)]));
  for (const kind of ['function', 'aggregate'] as const) {
    for (const row of await readSystem(reading, `${kind}s`)) {
      const types = (row.argument_types ?? []) as readonly string[];
      const name = String(row[`${kind}_name`]);
      things.set(`function ${calledWith(name, types.join(','))}`, address(kind, signatureOf(name, types)));
    }
  }
  return things;
}
