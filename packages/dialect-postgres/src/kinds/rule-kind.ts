import {
  type Address,
  type Delta,
  type Found,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type Statement,
  schemaObject,
} from '@sync/core';
import { disablesRule, dropsRule } from '../hazards.js';
import { type RuleRow, rules } from '../read/parts/rules.js';
import { readCatalogue } from '../read/read-catalogue.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { isFollowedText } from '../text/is-followed.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import { comesBack } from './comes-back.js';
import { type FiringState, firingStates, setFiring, stateNames } from './firing-state.js';
import { remakesType } from './type/remakes-type.js';
import { disturbs, isNamedIn, readUses, usesOf } from './uses.js';

/** A rule: what a statement on a table or view does instead of what it says, or besides. */
export interface RuleSpec {
  readonly event: string;
  /** What stands behind the name of the table, as the server prints it. */
  readonly action: string;
  readonly state?: FiringState;
}

type Rule = SchemaObject<RuleSpec>;

/** Rules, all in place but where a column that they use makes them make way. */
export const ruleKind: ObjectKind<RuleSpec> = {
  kind: 'postgres/rule',
  title: 'rule',
  inspect: inspectRules,
  compare: (from, to) =>
    (['event', 'action', 'state'] as const).flatMap((member): readonly Delta[] => {
      const [before, after] = [from.spec[member] ?? null, to.spec[member] ?? null];
      return before === after ? [] : [{ type: `change-${member}`, path: [member], from: before, to: after }];
    }),
  essence: ({ spec }) => ({ ...spec }),
  survives(rule, change, context) {
    if (change.verb === 'replace' || remakesType(change)) return false;
    return !disturbs(change, usesOf(rule), context);
  },
  follow: (rule, rename) =>
    isNamedIn(rule, rename) || (rename.of === 'object' && rename.to === rule.parent) ? 'rewritten' : rule,
  isFollowed: ({ spec: before, ...from }, { spec: after }, renames) =>
    before.event === after.event &&
    before.state === after.state &&
    isFollowedText(before.action, after.action, { ...from, spec: before }, renames),
  render(change, context: RenderContext) {
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create rule ${change.to.name} on ${tableOf(change.to)}`,
            sql: [{ text: printRule(change.to) }, ...(change.to.spec.state ? [setState(change.to)] : [])],
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop rule ${change.from.name} on ${tableOf(change.from)}`,
            sql: [{ text: `DROP RULE ${place(change.from)}` }],
            hazards: comesBack(change.from, context) ? [] : [dropsRule(change.from.name, occasionOf(change.from))],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename rule ${change.from.name} on ${tableOf(change.to)} to ${change.to.name}`,
            sql: [{ text: `ALTER RULE ${place(change.to, change.from.name)} RENAME TO ${quoteName(change.to.name)}` }],
          },
        ];
      case 'alter': {
        const { to, deltas } = change;
        const setsState = deltas.some(({ type }) => type === 'change-state');
        const isWritten = deltas.some(({ type }) => type !== 'change-state');
        return [
          {
            summary: `alter rule ${to.name} on ${tableOf(to)}`,
            sql: [...(isWritten ? [{ text: printRule(to, 'OR REPLACE ') }] : []), ...(setsState ? [setState(to)] : [])],
            hazards: setsState && to.spec.state === 'disabled' ? [disablesRule(to.name, occasionOf(to))] : [],
          },
        ];
      }
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { event, action, state } }) => ({
    head: `on ${event.toLowerCase()}${state ? ` (${stateNames[state]})` : ''}`,
    body: action.trim(),
  }),
};

function place(rule: SchemaObject, name = rule.name): string {
  return `${quoteName(name)} ON ${qualifiedAt(rule.parent as Address)}`;
}

function tableOf(rule: SchemaObject): string {
  return shown({ address: rule.parent as Address });
}

function occasionOf(rule: Rule): string {
  return `${rule.spec.event} on ${tableOf(rule)}`;
}

function printRule(rule: Rule, or = ''): string {
  const { event, action } = rule.spec;
  return `CREATE ${or}RULE ${quoteName(rule.name)} AS ON ${event} TO ${qualifiedAt(rule.parent as Address)}${action}`;
}

function setState(rule: Rule): Statement {
  return setFiring(qualifiedAt(rule.parent as Address), 'RULE', rule.name, rule.spec.state);
}

async function* inspectRules(reading: Reading): AsyncGenerator<Found<RuleSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.rows(rules)) {
    const { scope, prefix } = catalogue.placeOf(row.namespace);
    const parent = catalogue.addressOf('pg_class', row.relation);
    const own = catalogue.addressOf('pg_rewrite', row.oid);
    if (parent === undefined || own === undefined) {
      const name = [...prefix, row.table, row.name].join('.');
      yield { scope, unmanaged: { kind: 'rule', name, reason: 'its table is not covered yet' } };
    } else yield { scope, object: ruleObject(row, own, parent, catalogue) };
  }
}

function ruleObject(row: RuleRow, own: Address, parent: Address, catalogue: ServerCatalogue): Rule {
  const state = firingStates[row.enabled];
  const { uses, types } = readUses(catalogue, 'pg_rewrite', row.oid);
  const needs = [...catalogue.needsOf('pg_rewrite', row.oid), ...types];
  return schemaObject<RuleSpec>({
    kind: 'postgres/rule',
    address: own,
    name: row.name,
    parent,
    spec: { event: row.event, action: row.action.replace(/;\s*$/, ''), ...(state && { state }) },
    needs: [...new Set(needs)].filter((need) => need !== parent).sort(),
    layout: { uses },
  });
}
