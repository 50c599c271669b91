import {
  address,
  type Delta,
  type Found,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { saysHeldBack } from '../event-ledger.js';
import type { Flavour } from '../flavour.js';
import { changesDefinition, dropsEvent } from '../hazards.js';
import { readCatalogue, type ServerCatalogue } from '../read/read-catalogue.js';
import type { Rows } from '../read/rows.js';
import { unseenEvents } from '../read/unseen.js';
import { isScratch } from '../scratch-name.js';
import { quoteText } from '../text/literal.js';
import { foldMember, quoteName } from '../text/names.js';
import { changed } from './changed.js';
import {
  bodyLayout,
  bodyText,
  definerClause,
  definerDeltas,
  definerExtras,
  definerHazards,
  definerRights,
  outdatedBody,
  quoteBeside,
  type ReadIn,
  readIn,
} from './definer.js';
import { beginningLayout, beginsWhenMade, settleBeginning } from './event-beginning.js';
import { heldLayout, heldNotice, outdatedStatus, settleStatus, statusOf, statusWord } from './event-status.js';
import { eventSettings, type InZone, zoneIn, zoneLayout } from './event-zone.js';

/** An event. Moments are those of its time zone. */
export interface EventSpec extends ReadIn, InZone {
  /** `EVERY 1 DAY`, `AT '2030-01-01 00:00:00'` */
  readonly schedule: string;
  /** Where that is not when it was made. */
  readonly starts?: string;
  readonly ends?: string;
  /** Whether it stays once it has run for the last time. */
  readonly preserve?: true;
  /** `DISABLE`, where it is not enabled. */
  readonly status?: string;
  readonly comment?: string;
  readonly body: string;
}

type Event = SchemaObject<EventSpec>;

/** Events. One that begins when it is made does so again with another schedule, for which it is made anew. */
export function eventKind(flavour: Flavour): ObjectKind<EventSpec> {
  return {
    kind: 'event',
    calledAlike: foldMember,
    inspect: (reading) => inspectEvents(reading, flavour),
    outdated: (planned, found) => [...outdatedBody(planned, found), ...outdatedStatus(planned, found)],
    compare: (from, to) => compareEvents(from, to, flavour),
    settle(event, base) {
      const there = base.get(event.address);
      return settleStatus(settleBeginning(event, there), there);
    },
    render(change, context) {
      switch (change.verb) {
        case 'create':
          return [
            {
              summary: `create event ${change.to.name}`,
              sql: [{ text: createEvent(change.to, context) }],
              ...eventSettings(change.to, context),
              ...definerRights(change.to, context, flavour),
            },
          ];
        case 'drop':
          return [dropEvent(change.from, context)];
        case 'rename': {
          const goal = (context.goal.get(change.address) ?? change.to) as Event;
          return [
            {
              summary: `rename event ${change.from.name} to ${change.to.name}`,
              sql: [{ text: `${alter(change.from, goal, context)} RENAME TO ${quoteName(change.to.name)}` }],
              // Whatever is altered of it, it is in the session of that from then on.
              ...eventSettings(goal, context),
            },
          ];
        }
        case 'alter':
          return [
            {
              summary: `alter event ${change.to.name}`,
              sql: [
                {
                  text: isMadeAnew(change.from, change.to, flavour)
                    ? createEvent(change.to, context, 'CREATE OR REPLACE')
                    : alterEvent(change, context),
                },
              ],
              hazards: [
                ...(bodyOf(change.from) === bodyOf(change.to) && timesOf(change.from) === timesOf(change.to)
                  ? []
                  : [changesDefinition('event', change.to.name)]),
                ...definerHazards(change.from, change.to),
              ],
              ...eventSettings(change.to, context),
            },
          ];
        default:
          return change satisfies never;
      }
    },
    describe: (event) => ({
      head: [
        ...headOf(event, event.spec.status),
        ...(event.spec.zone === undefined ? [] : ['time zone', event.spec.zone]),
      ]
        .join(' ')
        .toLowerCase(),
      body: event.spec.body,
    }),
  };
}

function dropEvent(event: Event, { goal }: RenderContext): StepDraft {
  const after = goal.get(event.address);
  return {
    summary: `drop event ${event.name}`,
    sql: [{ text: `DROP EVENT ${quoteName(event.name)}` }],
    hazards: [after ? changesDefinition('event', event.name) : dropsEvent(event.name), ...definerHazards(event, after)],
  };
}

const bodyOf = ({ spec: { body, readIn: modes } }: Event) => JSON.stringify([body, modes]);
const timesOf = ({ spec: { schedule, starts, ends, zone } }: Event) => JSON.stringify([schedule, starts, ends, zone]);

/** Whether it takes a new one to run at other times: one that is to begin when it is made, or any where ALTER keeps the end of a schedule that has none any more. */
function isMadeAnew(from: Event, to: Event, { replacesBodies }: Flavour): boolean {
  if (timesOf(from) === timesOf(to)) return false;
  return replacesBodies || (to.spec.starts === undefined && to.spec.schedule.startsWith('EVERY'));
}

function compareEvents(from: Event, to: Event, flavour: Flavour): readonly Delta[] | { readonly replace: string } {
  if (isMadeAnew(from, to, flavour) && !flavour.replacesBodies)
    return { replace: 'it begins to run at other times when it is made' };
  const nouns = ['schedule', 'starts', 'ends', 'zone', 'preserve', 'status', 'comment', 'body', 'readIn'] as const;
  return [...nouns.flatMap((noun) => changed(noun, from.spec[noun], to.spec[noun])), ...definerDeltas(from, to)];
}

function scheduleOf({ schedule, starts, ends }: EventSpec): string {
  return [
    `ON SCHEDULE ${schedule}`,
    ...(starts === undefined ? [] : [`STARTS ${quoteText(starts)}`]),
    ...(ends === undefined ? [] : [`ENDS ${quoteText(ends)}`]),
  ].join(' ');
}

const completion = ({ preserve }: EventSpec) => `ON COMPLETION ${preserve ? 'PRESERVE' : 'NOT PRESERVE'}`;

function headOf(event: Event, status: string | undefined): readonly string[] {
  const { spec } = event;
  return [
    scheduleOf(spec),
    ...(spec.preserve ? [completion(spec)] : []),
    ...(status === undefined ? [] : [status]),
    ...(spec.comment === undefined ? [] : [`COMMENT ${quoteBeside(event, spec.comment)}`]),
  ];
}

function createEvent(event: Event, context: RenderContext, verb = 'CREATE'): string {
  const head = `${verb} ${definerClause(event, context)}EVENT ${quoteName(event.name)}`;
  return `${head}\n  ${headOf(event, statusWord(event, context)).join('\n  ')}\nDO ${event.spec.body}`;
}

/** Whoever alters an event becomes its definer if nothing else is said. */
function alter(from: Event, to: Event, context: RenderContext): string {
  return `ALTER ${definerClause(to, context)}EVENT ${quoteName(from.name)}`;
}

function alterEvent({ from, to }: { readonly from: Event; readonly to: Event }, context: RenderContext): string {
  const [before, after] = [from.spec, to.spec];
  // With another schedule the server takes what is not said for the usual.
  const isMoved = timesOf(from) !== timesOf(to);
  const status = statusWord(to, context) ?? 'ENABLE';
  const clauses = [
    ...(isMoved ? [scheduleOf(after)] : []),
    ...(before.preserve === after.preserve && !isMoved ? [] : [completion(after)]),
    ...(before.status === after.status && !isMoved ? [] : [status]),
    ...(before.comment === after.comment ? [] : [`COMMENT ${quoteBeside(to, after.comment ?? '')}`]),
    ...(bodyOf(from) === bodyOf(to) ? [] : [`DO ${after.body}`]),
  ];
  // A definer alone is no change to the server.
  const said = clauses.length > 0 ? clauses : [status];
  return `${alter(to, to, context)}\n  ${said.join('\n  ')}`;
}

async function* inspectEvents(reading: Reading, flavour: Flavour): AsyncGenerator<Found<EventSpec>> {
  const catalogue = await readCatalogue(reading, flavour);
  const [scope] = reading.scopes;
  if (!scope) return;
  yield* unseenEvents(reading, catalogue);
  for (const row of catalogue.rows('events')) {
    const { name } = row;
    if (row.known === null) {
      const reason = 'its moments are of a time zone that the server cannot convert: its time zone tables are empty';
      yield { scope, unmanaged: { kind: 'event', name, reason }, at: address('event', name) };
      continue;
    }
    const object = eventObject(row, catalogue, reading);
    if (!isScratch(catalogue.database.name)) yield* heldNotice(object, scope);
    yield { scope, object };
  }
}

function eventObject(row: Rows['events'], catalogue: ServerCatalogue, reading: Reading): Event {
  const { name, at, count, unit, starts, ends, body, comment, definer, mode } = row;
  const status = statusOf(row);
  const isInScratch = isScratch(catalogue.database.name);
  return schemaObject<EventSpec>({
    kind: 'event',
    address: address('event', name),
    name,
    spec: {
      schedule: at === null ? `EVERY ${count} ${unit}` : `AT ${quoteText(at)}`,
      // One that does not say when it starts does so when it is made.
      ...(starts !== null && !beginsWhenMade(row) && { starts }),
      ...(ends !== null && { ends }),
      ...zoneIn(row),
      ...(row.completion === 'PRESERVE' && { preserve: true }),
      ...(status !== undefined && { status }),
      ...(comment !== '' && { comment }),
      body: bodyText(body),
      ...readIn(mode, body),
    },
    layout: {
      ...bodyLayout(definer, catalogue, row),
      ...zoneLayout(row),
      ...beginningLayout(row, isInScratch),
      ...heldLayout(row, isInScratch && !saysHeldBack(reading.session, name)),
    },
    ...definerExtras(definer, reading),
  });
}
