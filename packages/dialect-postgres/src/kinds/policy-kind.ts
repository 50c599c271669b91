import {
  type Address,
  type Delta,
  equalJson,
  type Found,
  type ObjectKind,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
  tokenize,
} from '@sync/core';
import { changesPolicy } from '../hazards.js';
import { postgresLexis } from '../lexis.js';
import { type PolicyRow, policies } from '../read/parts/policies.js';
import { readCatalogue } from '../read/read-catalogue.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { followName } from '../text/follow-name.js';
import { isFollowedText } from '../text/is-followed.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import { renameColumnIn } from '../text/rename-in.js';
import { comesBack } from './comes-back.js';
import { isNew } from './is-new.js';
import { remakesType } from './type/remakes-type.js';
import { disturbs, followUses, isNamedIn, readUses, usesOf } from './uses.js';

/** A policy: which rows of a table somebody may see or write, where row-level security is on. */
export interface PolicySpec {
  readonly command: string;
  /** Whether all such policies must agree, instead of one. */
  readonly restrictive?: true;
  /** Sorted; absent for everybody. */
  readonly roles?: readonly string[];
  /** The expressions, as the server prints them. */
  readonly using?: string;
  readonly check?: string;
}

type Policy = SchemaObject<PolicySpec>;

/** Policies. Whom and what they let through is altered in place; what they are asked for is not. */
export const policyKind: ObjectKind<PolicySpec> = {
  kind: 'postgres/policy',
  title: 'policy',
  within: 'table',
  inspect: inspectPolicies,
  compare(from, to) {
    const isOther = from.spec.command !== to.spec.command || from.spec.restrictive !== to.spec.restrictive;
    if (isOther) return { replace: 'a policy keeps its command, and whether it is permissive' };
    const loses = (member: 'using' | 'check') => from.spec[member] !== undefined && to.spec[member] === undefined;
    if (loses('using') || loses('check')) return { replace: 'a policy cannot let go of an expression' };
    return (['roles', 'using', 'check'] as const).flatMap((member): readonly Delta[] => {
      const [before, after] = [from.spec[member] ?? null, to.spec[member] ?? null].map((each) =>
        typeof each === 'string' || each === null ? each : [...each],
      );
      if (equalJson(before, after)) return [];
      return [{ type: `change-${member}`, path: [member], from: before ?? null, to: after ?? null }];
    });
  },
  essence: ({ spec }) => ({ ...spec, ...(spec.roles && { roles: [...spec.roles] }) }),
  survives(policy, change, context) {
    if (change.verb === 'replace' || remakesType(change)) return false;
    return !disturbs(change, usesOf(policy), context);
  },
  follow: followInPolicy,
  isFollowed: isFollowedPolicy,
  absence: 'access',
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [createStep(change.to, context)];
      case 'drop':
        return [
          {
            summary: `drop policy ${change.from.name} of table ${tableOf(change.from)}`,
            sql: [{ text: `DROP POLICY ${place(change.from)}` }],
            hazards: comesBack(change.from, context)
              ? []
              : [changesPolicy('drops', change.from.name, tableOf(change.from))],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename policy ${change.from.name} of table ${tableOf(change.to)} to ${change.to.name}`,
            sql: [
              { text: `ALTER POLICY ${place(change.to, change.from.name)} RENAME TO ${quoteName(change.to.name)}` },
            ],
          },
        ];
      case 'alter': {
        const { to, deltas } = change;
        const changed = new Set(deltas.map(({ path }) => path[0]));
        const clauses = [
          ...(changed.has('roles') ? [toClause(to.spec)] : []),
          ...(changed.has('using') ? [`USING (${to.spec.using})`] : []),
          ...(changed.has('check') ? [`WITH CHECK (${to.spec.check})`] : []),
        ];
        return [
          {
            summary: `alter policy ${to.name} of table ${tableOf(to)}`,
            sql: [{ text: `ALTER POLICY ${place(to)} ${clauses.join(' ')}` }],
            hazards: [changesPolicy('alters', to.name, tableOf(to))],
          },
        ];
      }
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: clausesOf(spec).join(' ') }),
};

function place(policy: SchemaObject, name = policy.name): string {
  return `${quoteName(name)} ON ${qualifiedAt(policy.parent as Address)}`;
}

function tableOf(policy: SchemaObject): string {
  return shown({ address: policy.parent as Address });
}

function toClause({ roles }: PolicySpec): string {
  return `TO ${roles ? roles.map(quoteName).join(', ') : 'PUBLIC'}`;
}

function clausesOf(spec: PolicySpec): readonly string[] {
  return [
    `AS ${spec.restrictive ? 'RESTRICTIVE' : 'PERMISSIVE'}`,
    `FOR ${spec.command}`,
    toClause(spec),
    ...(spec.using === undefined ? [] : [`USING (${spec.using})`]),
    ...(spec.check === undefined ? [] : [`WITH CHECK (${spec.check})`]),
  ];
}

/** Nobody sees anything else where a policy only made way, nor in a table that is new. */
function createStep(policy: Policy, context: RenderContext): StepDraft {
  const change = context.change(policy.address);
  const isPutBack = change?.verb === 'replace' && equalJson(change.from.spec, change.to.spec);
  const changes = !isPutBack && !isNew(policy.parent, context);
  return {
    summary: `create policy ${policy.name} of table ${tableOf(policy)}`,
    sql: [{ text: `CREATE POLICY ${place(policy)} ${clausesOf(policy.spec).join(' ')}` }],
    hazards: changes ? [changesPolicy('creates', policy.name, tableOf(policy))] : [],
  };
}

/** The server writes a new name into the expressions that use it; in what stands in a query of its own only the server knows how. */
function followInPolicy(policy: Policy, rename: Rename): Policy | 'rewritten' {
  const { using, check } = policy.spec;
  const isOwn = rename.of === 'member' && rename.object === policy.parent;
  const asks = [using, check].some((text) => text !== undefined && holdsQuery(text));
  const isParent = rename.of === 'object' && rename.to === policy.parent;
  if (asks && (isParent || isNamedIn(policy, rename))) return 'rewritten';
  if (!isOwn && !isNamedIn(policy, rename)) return policy;
  if (!isOwn && rename.of === 'member') return 'rewritten';
  const renamed = (text: string) =>
    rename.of === 'object' ? followName(text, rename) : renameColumnIn(text, rename.from, rename.to);
  return schemaObject({
    ...policy,
    spec: {
      ...policy.spec,
      ...(using !== undefined && { using: renamed(using) }),
      ...(check !== undefined && { check: renamed(check) }),
    },
    layout: { uses: followUses(usesOf(policy), rename) as readonly (readonly string[])[] },
  });
}

function isFollowedPolicy(from: Policy, to: Policy, renames: readonly Rename[]): boolean {
  const [{ using, check, ...own }, { using: wantedUsing, check: wantedCheck, ...wanted }] = [from.spec, to.spec];
  const follows = (before: string | undefined, after: string | undefined) =>
    before === undefined || after === undefined ? before === after : isFollowedText(before, after, from, renames);
  return equalJson(own, wanted) && follows(using, wantedUsing) && follows(check, wantedCheck);
}

function holdsQuery(expression: string): boolean {
  return tokenize(expression, postgresLexis).some(({ type, text }) => type === 'word' && text === 'SELECT');
}

async function* inspectPolicies(reading: Reading): AsyncGenerator<Found<PolicySpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.rows(policies)) {
    const { scope, prefix } = catalogue.placeOf(row.namespace);
    const parent = catalogue.addressOf('pg_class', row.relation);
    const own = catalogue.addressOf('pg_policy', row.oid);
    if (parent === undefined || own === undefined) {
      const name = [...prefix, row.table, row.name].join('.');
      yield { scope, unmanaged: { kind: 'policy', name, reason: 'its table is not covered yet' } };
    } else yield { scope, object: policyObject(row, own, parent, catalogue) };
  }
}

function policyObject(row: PolicyRow, own: Address, parent: Address, catalogue: ServerCatalogue): Policy {
  const { uses, types } = readUses(catalogue, 'pg_policy', row.oid);
  const needs = [...catalogue.needsOf('pg_policy', row.oid), ...types];
  return schemaObject<PolicySpec>({
    kind: 'postgres/policy',
    address: own,
    name: row.name,
    parent,
    spec: {
      command: row.command,
      ...(!row.permissive && { restrictive: true as const }),
      ...(row.roles.length > 0 && { roles: row.roles }),
      ...(row.using !== null && { using: row.using }),
      ...(row.check !== null && { check: row.check }),
    },
    needs: [...new Set(needs)].filter((need) => need !== parent).sort(),
    layout: { uses },
  });
}
