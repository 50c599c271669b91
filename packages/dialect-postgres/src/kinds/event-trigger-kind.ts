import {
  address,
  type Change,
  type Delta,
  type Found,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  type Statement,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { disablesTrigger } from '../hazards.js';
import { eventTriggers } from '../read/parts/event-triggers.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { followName } from '../text/follow-name.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';

/** Whether it fires where it usually does not, or does not fire at all. */
export type EventTriggerState = 'DISABLE' | 'ENABLE REPLICA' | 'ENABLE ALWAYS';

/** An event trigger. */
export interface EventTriggerSpec {
  readonly event: string;
  /** Its path, as SQL. */
  readonly function: string;
  readonly tags?: readonly string[];
  readonly state?: EventTriggerState;
}

type EventTrigger = SchemaObject<EventTriggerSpec>;

const states: Readonly<Record<string, EventTriggerState>> = { D: 'DISABLE', R: 'ENABLE REPLICA', A: 'ENABLE ALWAYS' };

/** Event triggers: enabled, disabled and renamed in place. */
export const eventTriggerKind: ObjectKind<EventTriggerSpec> = {
  kind: 'postgres/event-trigger',
  title: 'event trigger',
  optIn: { part: 'database', reason: 'what is of the whole database stays unless --with database', keepsGround: true },
  inspect: inspectEventTriggers,
  compare({ spec: from }, { spec: to }) {
    if (from.event !== to.event || from.function !== to.function || String(from.tags) !== String(to.tags)) {
      return { replace: 'an event trigger cannot be altered' };
    }
    const delta: Delta = { type: 'change-state', path: ['state'], from: from.state ?? null, to: to.state ?? null };
    return [delta];
  },
  essence: ({ spec }) => ({ ...spec }),
  survives: (_, change) => change.verb !== 'replace',
  follow(trigger, rename) {
    if (rename.of !== 'object' || !trigger.needs.includes(rename.to)) return trigger;
    const { spec } = trigger;
    return schemaObject({ ...trigger, spec: { ...spec, function: followName(spec.function, rename) } });
  },
  render(change) {
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create event trigger ${change.to.name}`,
            sql: [{ text: printEventTrigger(change.to) }, ...(change.to.spec.state ? [setState(change.to)] : [])],
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop event trigger ${change.from.name}`,
            sql: [{ text: `DROP EVENT TRIGGER ${quoteName(change.from.name)}` }],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename event trigger ${change.from.name} to ${change.to.name}`,
            sql: [
              { text: `ALTER EVENT TRIGGER ${quoteName(change.from.name)} RENAME TO ${quoteName(change.to.name)}` },
            ],
          },
        ];
      case 'alter':
        return [alterState(change)];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { event, function: path, tags, state } }) => ({
    head: [
      `on ${event}`,
      ...(tags ? [`when tag in (${tags.join(', ')})`] : []),
      `execute ${path}`,
      ...(state ? [`(${state.toLowerCase()})`] : []),
    ].join(' '),
  }),
};

function printEventTrigger({ name, spec: { event, function: path, tags } }: EventTrigger): string {
  const when = tags ? ` WHEN TAG IN (${tags.map(quoteText).join(', ')})` : '';
  return `CREATE EVENT TRIGGER ${quoteName(name)} ON ${event}${when} EXECUTE FUNCTION ${path}()`;
}

function setState({ name, spec }: EventTrigger): Statement {
  return { text: `ALTER EVENT TRIGGER ${quoteName(name)} ${spec.state ?? 'ENABLE'}` };
}

function alterState({ to }: Extract<Change<EventTriggerSpec>, { verb: 'alter' }>): StepDraft {
  return {
    summary: `alter event trigger ${to.name}`,
    sql: [setState(to)],
    hazards: to.spec.state === 'DISABLE' ? [disablesTrigger(to.name, `on ${to.spec.event}`)] : [],
  };
}

async function* inspectEventTriggers(reading: Reading): AsyncGenerator<Found<EventTriggerSpec>> {
  const scope = reading.scopes.find(({ path }) => path.length === 0);
  if (!scope) return;
  const catalogue = await readCatalogue(reading);
  for (const { oid, name, event, function: path, tags, enabled } of catalogue.rows(eventTriggers)) {
    const state = states[enabled];
    const object = schemaObject<EventTriggerSpec>({
      kind: 'postgres/event-trigger',
      address: address('postgres/event-trigger', name),
      name,
      spec: { event, function: path, ...(tags && { tags: [...tags].sort() }), ...(state && { state }) },
      needs: catalogue.needsOf('pg_event_trigger', oid),
    });
    yield { scope, object };
  }
}
