import {
  type Address,
  address,
  type Change,
  type Found,
  type ObjectKind,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { disablesTrigger } from '../hazards.js';
import { partTriggers } from '../read/parts/triggers.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { qualified, shown } from '../text/qualified.js';
import { type FiringState, firingStates, setFiring, stateNames } from './firing-state.js';
import { isNew } from './is-new.js';
import type { TableDelta } from './table/table-delta.js';
import type { TriggerSpec } from './trigger-kind.js';

/** When a trigger that a partition has from its table fires, where that is not as on the table. */
export interface TriggerStateSpec {
  /** The trigger of the table above. */
  readonly of: Address;
  readonly state: FiringState | 'enabled';
}

interface TriggerStateLayout {
  /** What the partition's own is called, where that is otherwise: up to 14 it keeps its name where only the table's is renamed. */
  readonly own?: string;
}

type TriggerState = SchemaObject<TriggerStateSpec>;

/** States of single partitions' triggers. Whatever is said of the table's trigger the server says of all of them, so that these are said again. */
export const triggerStateKind: ObjectKind<TriggerStateSpec> = {
  kind: 'postgres/trigger-state',
  title: 'trigger of a partition',
  within: 'table',
  inspect: inspectTriggerStates,
  compare: ({ spec: { state: from } }, { spec: { state: to } }) =>
    from === to ? [] : [{ type: 'change-state', path: ['state'], from, to }],
  essence: ({ spec: { of } }) => ({ of }),
  survives({ spec }, change, { origin }) {
    if (change.verb === 'replace') return false;
    if (change.verb !== 'alter') return true;
    if (change.kind === 'table') return !isMoved(change);
    return origin(change.address) !== spec.of;
  },
  follow: followTrigger,
  render(change, context) {
    switch (change.verb) {
      case 'create':
      case 'alter':
        return [say(change.to, change.to.spec.state, context)];
      case 'drop': {
        const usual = usualState(change.from, context);
        return usual === undefined ? [] : [say(change.from, usual, context)];
      }
      case 'rename':
        return [];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { state } }) => ({ head: nameOf(state) }),
};

function nameOf(state: TriggerStateSpec['state']): string {
  return state === 'enabled' ? state : stateNames[state];
}

/** Whether a table leaves another one or joins one, with which its triggers go and come. */
function isMoved({ deltas }: Extract<Change, { verb: 'alter' }>): boolean {
  return (deltas as readonly TableDelta[]).some(({ type }) => type === 'drop-parent' || type === 'add-parent');
}

/** As the table's trigger fires; undefined where nothing is left to say of the partition's, or what happens to the one above says it. */
function usualState({ address: at, parent, spec }: TriggerState, context: RenderContext) {
  const { goal, change, moved } = context;
  const [table, trigger] = [parent && change(parent), change(spec.of)];
  const whole = goal.get(moved(spec.of)) as SchemaObject<TriggerSpec> | undefined;
  const isGone = (each: Change | undefined) => each?.verb === 'drop' || each?.verb === 'replace';
  if (!whole || goal.has(moved(at)) || isGone(table) || isGone(trigger)) return undefined;
  if ((table?.verb === 'alter' && isMoved(table)) || trigger?.verb === 'alter') return undefined;
  return whole.spec.state ?? 'enabled';
}

function say(object: TriggerState, state: TriggerStateSpec['state'], context: RenderContext): StepDraft {
  const { base, origin } = context;
  const known = base.get(origin(object.address)) as TriggerState | undefined;
  const { own = object.name } = (known?.layout ?? {}) as unknown as TriggerStateLayout;
  const table = { address: object.parent as Address };
  const trigger = base.get(origin(object.spec.of)) as SchemaObject<TriggerSpec> | undefined;
  const before = known?.spec.state ?? trigger?.spec.state;
  const ends = state === 'disabled' && trigger && before !== state && !isNew(object.parent, context);
  return {
    summary: `trigger ${own} on ${shown(table)}: ${nameOf(state)}`,
    sql: [setFiring(`ONLY ${qualified(table)}`, 'TRIGGER', own, state === 'enabled' ? undefined : state)],
    hazards: ends ? [disablesTrigger(own, `${trigger.spec.event} on ${shown(table)}`, 'SHARE ROW EXCLUSIVE')] : [],
  };
}

function followTrigger(object: TriggerState, rename: Rename): TriggerState {
  if (rename.of !== 'object' || object.spec.of !== rename.from) return object;
  return schemaObject({ ...object, spec: { ...object.spec, of: rename.to } });
}

async function* inspectTriggerStates(reading: Reading): AsyncGenerator<Found<TriggerStateSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { relation, namespace, table, name, whole, wholeName, enabled } of catalogue.rows(partTriggers)) {
    const { scope, prefix } = catalogue.placeOf(namespace);
    const parent = catalogue.addressOf('pg_class', relation);
    const of = catalogue.addressOf('pg_trigger', whole);
    if (parent === undefined || of === undefined) {
      const unmanaged = {
        kind: 'state of trigger',
        name: [...prefix, table, name].join('.'),
        reason: 'its table is not covered yet',
      };
      yield { scope, unmanaged };
      continue;
    }
    const object = schemaObject<TriggerStateSpec>({
      kind: 'postgres/trigger-state',
      address: address('postgres/trigger-state', ...prefix, table, wholeName),
      name: wholeName,
      parent,
      spec: { of, state: firingStates[enabled] ?? 'enabled' },
      needs: [of],
      ...(name !== wholeName && { layout: { own: name } }),
    });
    yield { scope, object };
  }
}
