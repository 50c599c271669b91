import {
  address,
  type Catalogue,
  type Found,
  type Json,
  type ObjectKind,
  partsOf,
  type Reading,
  type RenderContext,
  type SchemaObject,
  schemaObject,
  type Unmanaged,
} from '@sync/core';
import { checkTriggers } from '../check/check-triggers.js';
import { dropsTrigger } from '../hazards.js';
import { type RawTrigger, readCreateTrigger } from '../read/create-trigger.js';
import { Last, remembering } from '../read/remember.js';
import { readOrReport, readSchema, type SchemaTexts } from '../read/schema.js';
import type { SchemaRow } from '../read/schema-row.js';
import { normaliseBody } from '../text/body.js';
import { foldName, quoteName, writeName } from '../text/names.js';
import { withPlainStrings } from '../text/quoted-strings.js';
import { relationsIn } from '../text/relations.js';
import { asWritten, writtenAround } from './as-written.js';
import { quotedNames, quotedStrings, stringsAmong } from './quoted-strings.js';
import { carryText, followInText } from './rewriting.js';
import { survivesChange } from './survival.js';
import type { TriggerSpec } from './trigger/spec.js';
import { namesNothing, unreadable } from './unreadable.js';
import { neededRelations } from './view-kind.js';

/** Triggers on tables and views. */
export const triggerKind: ObjectKind<TriggerSpec> = {
  kind: 'trigger',
  // https://sqlite.org/lang_altertable.html: renaming and dropping columns fail where a view or trigger anywhere is broken.
  readAgain: true,
  inspect: inspectTriggers,
  check: checkTriggers,
  compare: () => ({ replace: 'SQLite cannot alter a trigger' }),
  follow: followInText,
  carry: carryText,
  survives: survivesChange,
  describe: ({ spec, layout }) => ({
    head: `${spec.timing} ${spec.event}${spec.columns ? ' of' : ''}`.toLowerCase() + columnList(spec.columns),
    body: restOf(spec, layout),
  }),
  render(change, context) {
    const { base, goal } = context;
    const on = (trigger: SchemaObject) => (trigger.parent ? goal.get(trigger.parent)?.name : undefined);
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create trigger ${change.to.name}`,
            sql: [{ text: createTrigger(change.to, on(change.to), context) }],
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop trigger ${change.from.name}`,
            sql: [dropTrigger(change.from)],
            hazards: goal.has(change.address) ? [] : [dropsTrigger(change.from.name, occasionOf(change.from, base))],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename trigger ${change.from.name} to ${change.to.name}`,
            sql: [dropTrigger(change.from), { text: printTrigger(change.to, on(change.to)) }],
          },
        ];
      case 'alter':
        return { impossible: 'SQLite cannot alter a trigger' };
      default:
        return change satisfies never;
    }
  },
};

function occasionOf({ spec, parent }: SchemaObject<TriggerSpec>, base: Catalogue): string {
  const on = parent && (base.get(parent)?.name ?? partsOf(parent).parts[0]);
  return `${spec.timing} ${spec.event} on ${on ?? 'its table'}`;
}

/** The CREATE TRIGGER statement; condition and body as they were written where that is known. */
export function printTrigger(trigger: SchemaObject<TriggerSpec>, table?: string): string {
  const { timing, event, columns } = trigger.spec;
  const on = table ?? (trigger.parent ? (partsOf(trigger.parent).parts[0] ?? '') : '');
  const written = (trigger.layout as { readonly of?: readonly string[] } | undefined)?.of ?? columns;
  const of = written ? ` OF ${written.map(quoteName).join(', ')}` : '';
  const head = `CREATE TRIGGER ${quoteName(trigger.name)} ${timing} ${event}${of} ON ${quoteName(on)} FOR EACH ROW`;
  return `${head}\n${restOf(trigger.spec, trigger.layout)}`;
}

function createTrigger(trigger: SchemaObject<TriggerSpec>, on: string | undefined, context: RenderContext): string {
  return asWritten(trigger, restOf(trigger.spec, trigger.layout), context) ?? printTrigger(trigger, on);
}

/** Condition and body, as they were written where that is known. */
function restOf({ when, body }: TriggerSpec, layout: Json | undefined): string {
  const written = layout as { readonly rest?: string } | undefined;
  return written?.rest ?? `${when === undefined ? '' : `WHEN ${when}\n`}BEGIN ${body} END`;
}

function columnList(columns: readonly string[] | undefined): string {
  return columns ? ` ${columns.map(writeName).join(', ')}` : '';
}

function dropTrigger(trigger: SchemaObject): { readonly text: string } {
  return { text: `DROP TRIGGER ${quoteName(trigger.name)}` };
}

async function* inspectTriggers(reading: Reading): AsyncGenerator<Found<TriggerSpec>> {
  const [scope] = reading.scopes;
  if (!scope) return;
  const schema = await readSchema(reading);
  const unmanaged: Unmanaged[] = [];
  for (const row of schema.triggers) {
    const object = readOrReport(() => triggerObject(row, schema), 'trigger', row.name, unmanaged);
    if (object) yield { scope, object };
  }
  for (const each of unmanaged) yield { scope, unmanaged: each };
}

/** What is known of a trigger from its text alone, and the object that it made last. */
const readTrigger = remembering((text) => {
  const raw = readCreateTrigger(text);
  const tokens = [...(raw.when ?? []), ...raw.body];
  return {
    ...triggerParts(raw, text),
    around: writtenAround(text, raw.start, raw.end, raw.on),
    relations: relationsIn(tokens),
    quoted: quotedNames(tokens),
    last: new Last<SchemaObject<TriggerSpec>>(),
  };
});

/** Spec and layout of a trigger, with the strings in double quotes that are known to be some. */
function triggerParts(
  raw: RawTrigger,
  text: string,
  strings: ReadonlySet<string> = new Set(),
): { readonly spec: TriggerSpec; readonly layout: { readonly rest: string } } {
  const rest = withPlainStrings(text, raw, [...(raw.when ?? []), ...raw.body], strings);
  return {
    spec: {
      timing: raw.timing,
      event: raw.event,
      ...(raw.columns && { columns: [...new Set(raw.columns.map(foldName))].sort() }),
      ...(raw.when && { when: normaliseBody(raw.when, strings) }),
      body: normaliseBody(raw.body, strings),
    },
    layout: { rest, ...(raw.columns && { of: raw.columns }), ...(strings.size > 0 && quotedStrings) },
  };
}

function triggerObject(row: SchemaRow, schema: SchemaTexts): SchemaObject<TriggerSpec> {
  const text = row.sql ?? '';
  const { spec, layout, around, relations, quoted, last } = readTrigger(text);
  const parent = schema.relation(foldName(row.on)) ?? address('table', foldName(row.on));
  const needs = neededRelations(relations, parent, schema);
  const strings = stringsAmong(quoted, relations, schema);
  const broken = schema.broken.triggers.has(foldName(row.name)) || namesNothing(relations, schema);
  return last.get([parent, ...needs, broken, ...strings].join('\n'), () => {
    const parts = strings.size > 0 ? triggerParts(readCreateTrigger(text), text, strings) : { spec, layout };
    return schemaObject({
      kind: 'trigger',
      address: address('trigger', foldName(row.name)),
      name: row.name,
      parent,
      needs,
      spec: parts.spec,
      layout: { ...parts.layout, around, ...(broken && unreadable) },
    });
  });
}
