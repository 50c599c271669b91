import {
  type Address,
  type Change,
  type Delta,
  type Found,
  type ObjectKind,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type Statement,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { disablesTrigger, dropsTrigger } from '../hazards.js';
import { type TriggerRow, triggers } from '../read/parts/triggers.js';
import { readCatalogue } from '../read/read-catalogue.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import { renameColumnIn, renameRowColumnIn } from '../text/rename-in.js';
import { comesBack } from './comes-back.js';
import { type FiringState, firingStates, setFiring, stateNames } from './firing-state.js';
import { partitionsIn } from './table/partitions-in.js';
import { remakesType } from './type/remakes-type.js';
import { disturbs, followUses, readUses, usesOf } from './uses.js';

/** A trigger of a table or view. */
export interface TriggerSpec {
  /** When and at what: `BEFORE INSERT OR UPDATE OF a`. */
  readonly event: string;
  /** What stands behind the name of its table, as the server prints it: `FOR EACH ROW EXECUTE FUNCTION public.f()`. */
  readonly action: string;
  readonly constraint?: true;
  /** Absent where it fires as it was made to. */
  readonly state?: FiringState;
}

type Trigger = SchemaObject<TriggerSpec>;

/** Triggers of tables and views. Those that a partition has from its table are the table's. */
export const triggerKind: ObjectKind<TriggerSpec> = {
  kind: 'postgres/trigger',
  title: 'trigger',
  inspect: inspectTriggers,
  compare(from, to, { server }) {
    const change = (type: Delta['type'], member: keyof TriggerSpec): readonly Delta[] => {
      const [before, after] = [from.spec[member] ?? null, to.spec[member] ?? null];
      return before === after ? [] : [{ type, path: [member], from: before, to: after }];
    };
    const own = [...change('change-event', 'event'), ...change('change-action', 'action')];
    if (from.spec.constraint !== to.spec.constraint || (own.length > 0 && to.spec.constraint)) {
      return { replace: 'a constraint trigger cannot be altered' };
    }
    if (own.length > 0 && !server.features.has('trigger-replacement')) {
      return { replace: 'PostgreSQL replaces triggers in place from 14 on' };
    }
    return [...own, ...change('change-state', 'state')];
  },
  essence: ({ spec }) => ({ ...spec }),
  survives(trigger, change, context) {
    if (change.verb === 'replace' || remakesType(change)) return false;
    return !disturbs(change, usesOf(trigger), context);
  },
  follow: followInTrigger,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create trigger ${change.to.name} on ${tableOf(change.to)}`,
            sql: [{ text: printTrigger(change.to) }, ...(change.to.spec.state ? [setState(change.to)] : [])],
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop trigger ${change.from.name} on ${tableOf(change.from)}`,
            sql: [
              { text: `DROP TRIGGER ${quoteName(change.from.name)} ON ${qualifiedAt(change.from.parent as Address)}` },
            ],
            hazards: comesBack(change.from, context) ? [] : [dropsTrigger(change.from.name, occasionOf(change.from))],
          },
        ];
      case 'rename':
        return [renameTrigger(change, context)];
      case 'alter':
        return [alterTrigger(change)];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { event, action, constraint, state } }) => ({
    head: `${constraint ? 'constraint ' : ''}${event} ${action}${state ? ` (${stateNames[state]})` : ''}`,
  }),
};

function tableOf(trigger: SchemaObject): string {
  return shown({ address: trigger.parent as Address });
}

function occasionOf(trigger: Trigger): string {
  return `${trigger.spec.event} on ${tableOf(trigger)}`;
}

function printTrigger(trigger: Trigger, or = ''): string {
  const { event, action, constraint } = trigger.spec;
  const head = `CREATE ${or}${constraint ? 'CONSTRAINT ' : ''}TRIGGER ${quoteName(trigger.name)}`;
  return `${head} ${event} ON ${qualifiedAt(trigger.parent as Address)} ${action}`;
}

function setState(trigger: Trigger): Statement {
  return setFiring(qualifiedAt(trigger.parent as Address), 'TRIGGER', trigger.name, trigger.spec.state);
}

/** Up to 14 the server leaves their names to those that partitions have, and finds them no more. */
function renameTrigger(
  { from, to }: Extract<Change<TriggerSpec>, { verb: 'rename' }>,
  { base, change, moved, origin, server }: RenderContext,
): StepDraft {
  const parent = to.parent as Address;
  const isTold = server.features.has('partition-trigger-rename');
  const partitions = isTold ? [] : partitionsIn(base, origin(parent));
  const rename = `RENAME TO ${quoteName(to.name)}`;
  return {
    summary: `rename trigger ${from.name} on ${tableOf(to)} to ${to.name}`,
    sql: [parent, ...partitions].map((table) => ({
      text: `ALTER TRIGGER ${quoteName(from.name)} ON ${qualifiedAt(table)} ${rename}`,
    })),
    before: partitions.flatMap((table) => {
      const verb = change(moved(table))?.verb;
      return verb ? [{ verb, address: moved(table) }] : [];
    }),
  };
}

/** A trigger that is written anew is enabled, whatever it was. */
function alterTrigger({ to, deltas }: Extract<Change<TriggerSpec>, { verb: 'alter' }>): StepDraft {
  const isWritten = deltas.some(({ type }) => type !== 'change-state');
  const setsState = isWritten ? to.spec.state !== undefined : true;
  const isDisabled = to.spec.state === 'disabled' && deltas.some(({ type }) => type === 'change-state');
  return {
    summary: `alter trigger ${to.name} on ${tableOf(to)}`,
    sql: [...(isWritten ? [{ text: printTrigger(to, 'OR REPLACE ') }] : []), ...(setsState ? [setState(to)] : [])],
    hazards: isDisabled ? [disablesTrigger(to.name, occasionOf(to), 'SHARE ROW EXCLUSIVE')] : [],
  };
}

/** The server rewrites triggers when a column, the function or the other table is renamed. */
function followInTrigger(trigger: Trigger, rename: Rename): Trigger {
  const { spec } = trigger;
  const layout = { uses: followUses(usesOf(trigger), rename) as readonly (readonly string[])[] };
  if (rename.of === 'member') {
    if (rename.object !== trigger.parent) return trigger;
    const event = renameColumnIn(spec.event, rename.from, rename.to);
    const action = renameRowColumnIn(spec.action, rename.from, rename.to);
    return schemaObject({ ...trigger, spec: { ...spec, event, action }, layout });
  }
  const action = trigger.needs.includes(rename.to) ? followName(spec.action, rename) : spec.action;
  return schemaObject({ ...trigger, spec: { ...spec, action }, layout });
}

async function* inspectTriggers(reading: Reading): AsyncGenerator<Found<TriggerSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.rows(triggers)) {
    const { scope, prefix } = catalogue.placeOf(row.namespace);
    const parent = catalogue.addressOf('pg_class', row.relation);
    const own = catalogue.addressOf('pg_trigger', row.oid);
    if (parent === undefined || own === undefined) {
      const name = [...prefix, row.table, row.name].join('.');
      yield { scope, unmanaged: { kind: 'trigger', name, reason: 'its table is not covered yet' } };
    } else yield { scope, object: triggerObject(row, own, parent, catalogue) };
  }
}

function triggerObject(row: TriggerRow, own: Address, parent: Address, catalogue: ServerCatalogue): Trigger {
  const { event, action, constraint } = row;
  const state = firingStates[row.enabled];
  const other = row.from === 0 ? undefined : catalogue.addressOf('pg_class', row.from);
  const { uses, types } = readUses(catalogue, 'pg_trigger', row.oid);
  const needs = [...catalogue.needsOf('pg_trigger', row.oid), ...types, ...(other ? [other] : [])];
  return schemaObject<TriggerSpec>({
    kind: 'postgres/trigger',
    address: own,
    name: row.name,
    parent,
    spec: { event, action, ...(constraint && { constraint: true as const }), ...(state && { state }) },
    needs: [...new Set(needs)].filter((need) => need !== parent).sort(),
    layout: { uses },
  });
}
