import {
  address,
  type Found,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import { changesDefinition, dropsUsed } from '../hazards.js';
import { isScaffold } from '../online/copy-names.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { quoteName } from '../text/names.js';
import {
  bodyLayout,
  bodySettings,
  bodyText,
  definerClause,
  definerExtras,
  definerHazards,
  outdatedBody,
} from './definer.js';

/** A trigger. */
export interface TriggerSpec {
  readonly table: string;
  /** `BEFORE INSERT` */
  readonly when: string;
  /** The trigger of the same table and moment that runs before it. */
  readonly follows?: string;
  readonly body: string;
}

type Trigger = SchemaObject<TriggerSpec>;

/** Triggers. Nothing of one can be altered. */
export function triggerKind(flavour: Flavour): ObjectKind<TriggerSpec> {
  return {
    kind: 'trigger',
    within: 'table',
    inspect: (reading) => inspectTriggers(reading, flavour),
    outdated: outdatedBody,
    compare: () => ({ replace: 'nothing of a trigger can be altered' }),
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
              ...bodySettings(change.to),
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
          return { impossible: 'nothing of a trigger can be altered' };
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

function printTrigger(trigger: Trigger, context: RenderContext): string {
  const { table, when, follows, body } = trigger.spec;
  const order = follows === undefined ? '' : ` FOLLOWS ${quoteName(follows)}`;
  return `CREATE ${definerClause(trigger, context)}TRIGGER ${quoteName(trigger.name)} ${when} ON ${quoteName(table)} FOR EACH ROW${order}\n${body}`;
}

async function* inspectTriggers(reading: Reading, flavour: Flavour): AsyncGenerator<Found<TriggerSpec>> {
  const catalogue = await readCatalogue(reading, flavour);
  const [scope] = reading.scopes;
  if (!scope) return;
  const last = new Map<string, string>();
  for (const row of catalogue.rows('triggers')) {
    if (isScaffold(row.name)) continue;
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
      spec: { table: row.table, when, ...(follows !== undefined && { follows }), body: bodyText(row.body) },
      layout: bodyLayout(row.definer, catalogue, row.mode),
      ...definerExtras(row.definer, reading),
    });
    yield { scope, object };
  }
}
