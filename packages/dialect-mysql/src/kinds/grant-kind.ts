import {
  type Address,
  address,
  type Delta,
  type Found,
  grouped,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import {
  type GrantSpec,
  grantOf,
  printAccount,
  printPrivileges,
  printTarget,
  shownAccount,
} from '../grants/grant-spec.js';
import { heldGrants } from '../grants/held-grants.js';
import type { Privilege } from '../grants/privileges.js';
import { grantsQuery } from '../grants/query.js';
import { changesPrivileges } from '../hazards.js';
import { isScaffold } from '../online/copy-names.js';
import { kindOfRoutine, namedThings } from '../read/names.js';
import { readCatalogue } from '../read/read-catalogue.js';
import type { Rows } from '../read/rows.js';

type Grant = SchemaObject<GrantSpec>;

/** What accounts and roles may do with the database and what is in it, where `grants` are asked for: an object for each of them and each thing, so that what is made again is granted again. */
export function grantKind(flavour: Flavour): ObjectKind<GrantSpec> {
  return {
    kind: 'mysql/grant',
    title: 'grant',
    optIn: { part: 'grants', reason: 'who may do what stays unless --with grants' },
    inspect: (reading) => inspectGrants(reading, flavour),
    compare: (from, to): readonly Delta[] => [
      { type: 'change-privileges', path: ['privileges'], from: saidOf(from.spec), to: saidOf(to.spec) },
    ],
    // The server keeps what is granted on a table by its name, and leads it nowhere when that is renamed.
    follow: (grant) => grant,
    survives: (_, change) => change.verb !== 'replace' && change.verb !== 'drop',
    render(change) {
      switch (change.verb) {
        case 'create':
          return [step('grant', change.to.spec, [granting(change.to.spec)])];
        case 'drop':
          return [step('revoke', change.from.spec, [revoking(change.from.spec)])];
        case 'alter':
          return [step('change', change.to.spec, changing(change.from.spec, change.to.spec))];
        case 'rename':
          return { impossible: 'privileges are of one account and one thing, and go to no other' };
        default:
          return change satisfies never;
      }
    },
    describe: ({ spec }) => ({ head: saidOf(spec) }),
  };
}

function saidOf({ privileges, grantable }: GrantSpec): string {
  const said = privileges.length === 0 ? 'USAGE' : printPrivileges(privileges);
  return `${said}${grantable ? ' with grant option' : ''}`;
}

function titleOf({ level, name, grantee }: GrantSpec): string {
  return `${level === 'database' ? 'the database' : `${level} ${name}`} and ${shownAccount(grantee)}`;
}

function step(verb: string, spec: GrantSpec, statements: readonly string[]): StepDraft {
  const what = spec.level === 'database' ? 'the database' : `${spec.level} ${spec.name}`;
  const who = shownAccount(spec.grantee);
  const summary = {
    grant: `grant ${who} what it may do with ${what}`,
    revoke: `revoke what ${who} may do with ${what}`,
  }[verb];
  return {
    summary: summary ?? `change what ${who} may do with ${what}`,
    sql: statements.map((text) => ({ text })),
    hazards: [changesPrivileges(what, who)],
    ...(statements.length > 1 && { atomic: false }),
    // Some servers know the words in the mode of Oracle alone.
    ...(spec.level.startsWith('package') && { settings: { 'mysql/sql_mode': 'ORACLE' } }),
  };
}

function granting(spec: GrantSpec): string {
  const { privileges, grantee, grantable } = spec;
  const list = privileges.length === 0 ? 'USAGE' : printPrivileges(privileges);
  return `GRANT ${list} ON ${printTarget(spec)} TO ${printAccount(grantee)}${grantable ? ' WITH GRANT OPTION' : ''}`;
}

function revoking(spec: GrantSpec): string {
  const { privileges, grantee, grantable } = spec;
  const list = [
    ...(privileges.length === 0 ? [] : [printPrivileges(privileges)]),
    ...(grantable ? ['GRANT OPTION'] : []),
  ];
  return `REVOKE ${list.join(', ')} ON ${printTarget(spec)} FROM ${printAccount(grantee)}`;
}

/** What goes is revoked after what comes is granted, so that nobody is without what stays in another form. */
function changing(from: GrantSpec, to: GrantSpec): readonly string[] {
  const without = (all: readonly Privilege[], others: readonly Privilege[]) => {
    const there = new Set(others.map((each) => JSON.stringify(each)));
    return all.filter((each) => !there.has(JSON.stringify(each)));
  };
  const more = { ...to, privileges: without(to.privileges, from.privileges) };
  const { grantable: _, ...kept } = from;
  const less = {
    ...kept,
    privileges: without(from.privileges, to.privileges),
    ...(from.grantable && !to.grantable && { grantable: true as const }),
  };
  const isMore = more.privileges.length > 0 || (to.grantable && !from.grantable);
  return [
    ...(isMore ? [granting(more)] : []),
    ...(less.privileges.length > 0 || less.grantable ? [revoking(less)] : []),
  ];
}

async function* inspectGrants(reading: Reading, flavour: Flavour): AsyncGenerator<Found<GrantSpec>> {
  const [scope] = reading.scopes;
  if (!scope || !reading.with.has('grants')) return;
  const rows = heldGrants(reading.session) ?? (await reading.session.query<Rows['grants']>(grantsQuery(flavour)));
  const things = await addressesOf(reading, flavour);
  const groups = grouped(rows, ({ grantee, level, name }) => JSON.stringify([grantee, level, name]));
  for (const group of groups.values()) {
    const [first] = group;
    const spec = grantOf(group);
    if (!first || !spec || isScaffold(spec.name)) continue;
    const on = spec.level === 'database' ? undefined : things.get(`${spec.level} ${spec.name}`);
    const reason = leftAlone(first, on);
    if (reason !== undefined) yield { scope, unmanaged: { kind: 'grant', name: titleOf(spec), reason } };
    else yield { scope, object: grantObject(spec, on) };
  }
}

/** All accounts that there are, as MariaDB shows them where something is granted to them at once. https://mariadb.com/docs/server/reference/sql-statements/account-management-sql-statements/grant#to-public */
const everybody = "'PUBLIC'@''";

function leftAlone({ grantee, level, name, self }: Rows['grants'], on: Address | undefined): string | undefined {
  if (level === 'pattern') return `it is on a pattern of databases, ${name}`;
  if (grantee === everybody) return 'it is of PUBLIC, to whom no desired state grants anything';
  // Whoever makes the changes would take from itself what it makes them with.
  if (Number(self) === 1) return 'it is of the account that schema-sync is connected as';
  return level === 'database' || on !== undefined ? undefined : 'what it is on is not there';
}

/** Where what can be granted on is, by its level and name. */
async function addressesOf(reading: Reading, flavour: Flavour): Promise<ReadonlyMap<string, Address>> {
  const catalogue = await readCatalogue(reading, flavour);
  return new Map([
    ...Array.from(namedThings(catalogue), ([name, kind]) => [`table ${name}`, address(kind, name)] as const),
    ...catalogue.rows('routines').map(({ name, type }) => {
      const level = type.toLowerCase();
      return [`${level} ${name}`, address(kindOfRoutine[type] ?? level, name)] as const;
    }),
  ]);
}

function grantObject(spec: GrantSpec, on: Address | undefined): Grant {
  return schemaObject<GrantSpec>({
    kind: 'mysql/grant',
    address: address('mysql/grant', spec.grantee, spec.level, spec.name),
    name: titleOf(spec),
    needs: on === undefined ? [] : [on],
    spec,
  });
}
