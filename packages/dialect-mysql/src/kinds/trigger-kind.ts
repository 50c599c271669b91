import {
  type Address,
  address,
  type Catalogue,
  type Delta,
  type Found,
  type Leftover,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  schemaObject,
  type Unmanaged,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import { changesDefinition, dropsUsed } from '../hazards.js';
import { lexisWith } from '../lexis.js';
import { isOfProgram, isScaffold } from '../online/copy-names.js';
import { missingInTrigger } from '../read/broken-triggers.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { shownInPart } from '../read/shown-in-part.js';
import { unseenTriggers } from '../read/unseen.js';
import { quoteName } from '../text/names.js';
import { isOfBridge } from './bridge/names.js';
import { changed } from './changed.js';
import {
  bodyLayout,
  bodySettings,
  bodyText,
  definerClause,
  definerDeltas,
  definerExtras,
  definerHazards,
  definerRights,
  outdatedBody,
  type ReadIn,
  readIn,
} from './definer.js';

/** A trigger. */
export interface TriggerSpec extends ReadIn {
  readonly table: string;
  /** `BEFORE INSERT` */
  readonly when: string;
  /** The trigger of the same table and moment that runs before it. */
  readonly follows?: string;
  readonly body: string;
}

type Trigger = SchemaObject<TriggerSpec>;

/** Triggers. Nothing of one can be altered: it is made anew, in its place in the order of those of its table where the server does that at once. */
export function triggerKind(flavour: Flavour): ObjectKind<TriggerSpec> {
  return {
    kind: 'trigger',
    within: 'table',
    inspect: (reading) => inspectTriggers(reading, flavour),
    outdated: outdatedBody,
    compare(from, to, { states }) {
      const isInPlace = flavour.replacesBodies && states && placeIn(states.base, from) === placeIn(states.goal, to);
      if (!isInPlace) return { replace: 'nothing of a trigger can be altered' };
      const body: Delta = { type: 'change-body', path: ['body'], from: from.spec.body, to: to.spec.body };
      return [
        ...(from.spec.body === to.spec.body ? [] : [body]),
        ...changed('readIn', from.spec.readIn, to.spec.readIn),
        ...definerDeltas(from, to),
      ];
    },
    follow(trigger, rename) {
      if (rename.of !== 'object' || trigger.parent !== rename.to) return trigger;
      return schemaObject({ ...trigger, spec: { ...trigger.spec, table: rename.name } });
    },
    render(change, context) {
      switch (change.verb) {
        case 'create':
          return [
            {
              summary: `create trigger ${change.to.name}`,
              sql: [{ text: printTrigger(change.to, context) }],
              ...bodySettings(change.to, context),
              ...definerRights(change.to, context, flavour),
            },
          ];
        case 'drop':
          return [
            {
              summary: `drop trigger ${change.from.name}`,
              sql: [{ text: `DROP TRIGGER ${quoteName(change.from.name)}` }],
              hazards: [
                context.goal.has(change.address)
                  ? changesDefinition('trigger', change.from.name)
                  : dropsUsed('trigger', change.from.name),
                ...definerHazards(change.from, context.goal.get(change.address)),
              ],
            },
          ];
        case 'rename':
          return {
            impossible: 'a trigger cannot be renamed',
            hint: 'Leave the rename out: it is dropped and created.',
          };
        case 'alter':
          return [
            {
              summary: `replace trigger ${change.to.name}`,
              sql: [{ text: printTrigger(change.to, context, 'CREATE OR REPLACE') }],
              hazards: [changesDefinition('trigger', change.to.name), ...definerHazards(change.from, change.to)],
              ...bodySettings(change.to, context),
            },
          ];
        default:
          return change satisfies never;
      }
    },
    describe: ({ spec }) => ({
      head: `${spec.when.toLowerCase()} on ${spec.table}${spec.follows === undefined ? '' : ` follows ${spec.follows}`}`,
      body: spec.body,
    }),
  };
}

function printTrigger(trigger: Trigger, context: RenderContext, verb = 'CREATE'): string {
  const { table, when, body } = trigger.spec;
  const head = `${verb} ${definerClause(trigger, context)}TRIGGER ${quoteName(trigger.name)}`;
  const order = orderOf(trigger, verb === 'CREATE' ? undefined : nextOf(context.goal, trigger));
  return `${head} ${when} ON ${quoteName(table)} FOR EACH ROW${order}\n${body}`;
}

/** Where it runs among those of its table and moment: what is made anew goes behind all others unless somebody says otherwise. */
function orderOf({ spec: { follows } }: Trigger, next: Trigger | undefined): string {
  if (follows !== undefined) return ` FOLLOWS ${quoteName(follows)}`;
  return next ? ` PRECEDES ${quoteName(next.name)}` : '';
}

/** The triggers of the same table and moment, each by what it follows. */
function besides(state: Catalogue, { spec: { table, when } }: Trigger): readonly Trigger[] {
  return state.children(address('table', table)).flatMap((each) => {
    const other = each as Trigger;
    return each.kind === 'trigger' && other.spec.when === when ? [other] : [];
  });
}

function nextOf(state: Catalogue, trigger: Trigger): Trigger | undefined {
  return besides(state, trigger).find(({ spec }) => spec.follows === trigger.name);
}

/** All of its table and moment, and in which order they run. */
function placeIn(state: Catalogue, trigger: Trigger): string {
  const others = besides(state, trigger).map(({ name, spec: { follows = '' } }) => [name, follows].join('\n'));
  return JSON.stringify([trigger.spec.table, trigger.spec.when, trigger.spec.follows, others.sort()]);
}

async function* inspectTriggers(reading: Reading, flavour: Flavour): AsyncGenerator<Found<TriggerSpec>> {
  const catalogue = await readCatalogue(reading, flavour);
  const [scope] = reading.scopes;
  if (!scope) return;
  yield* unseenTriggers(reading, catalogue, flavour, ({ spec }) => (spec as TriggerSpec).table);
  const inPart = await shownInPart(reading, catalogue, flavour);
  const last = new Map<string, string>();
  for (const row of catalogue.rows('triggers')) {
    if (isScaffold(row.name) || isOfProgram(row) || isOfBridge(row.name)) continue;
    // Of a table that is shown in part nobody knows what is missing.
    const isShown = inPart.why(row.table) === undefined;
    const missing = isShown ? missingInTrigger(row, catalogue, lexisWith(flavour.executedComments)) : undefined;
    if (missing !== undefined) {
      yield { scope, ...notHolding(row.name, missing) };
      continue;
    }
    const when = `${row.timing} ${row.event}`;
    const place = JSON.stringify([row.table, when]);
    const follows = last.get(place);
    last.set(place, row.name);
    const table = address('table', row.table);
    const object = schemaObject<TriggerSpec>({
      kind: 'trigger',
      address: address('trigger', row.name),
      name: row.name,
      parent: table,
      needs: [table, ...(follows === undefined ? [] : [address('trigger', follows)])],
      spec: {
        table: row.table,
        when,
        ...(follows !== undefined && { follows }),
        body: bodyText(row.body),
        ...readIn(row.mode, row.body),
      },
      layout: bodyLayout(row.definer, catalogue, row),
      ...definerExtras(row.definer, reading),
    });
    yield { scope, object };
  }
}

/** What refuses every statement that fires it has to go before it can be made anew. */
function notHolding(
  name: string,
  missing: string,
): { readonly unmanaged: Unmanaged; readonly at: Address; readonly leftover: Leftover } {
  const reason = `no statement that fires it goes through: ${missing}, which it names, is not there`;
  return {
    unmanaged: { kind: 'trigger', name, reason },
    at: address('trigger', name),
    leftover: {
      removal: {
        summary: `drop trigger ${name}, which names what is not there`,
        sql: [{ text: `DROP TRIGGER IF EXISTS ${quoteName(name)}` }],
        hazards: [dropsUsed('trigger', name)],
      },
    },
  };
}
