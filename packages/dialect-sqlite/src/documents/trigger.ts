import {
  address,
  type Catalogue,
  type DocumentContent,
  type DocumentNode,
  type Json,
  partsOf,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { TriggerSpec } from '../kinds/trigger/spec.js';
import { normaliseBody } from '../text/body.js';
import { isSymbol, meaningful } from '../text/cursor.js';
import { foldName } from '../text/names.js';
import { nonEmpty, readObject, renameOf, required, type SqliteEngine } from './engine.js';
import { expressionIn } from './expression.js';
import { readNames } from './key-part.js';
import type { WrittenObject } from './written.js';

const fields = ['table', 'view', 'timing', 'event', 'columns', 'when', 'body'] as const;

/** Reads a Trigger document. */
export function readTrigger(spec: DocumentNode, engine: SqliteEngine): DocumentContent {
  const { name, section, sectionNode, isDeleted, renamedFrom } = readObject(spec, engine, fields);
  if (isDeleted) return { objects: [], deleted: [[name]] };
  const { table, view } = section;
  if (table && view) view.fail('a trigger is on a table or on a view');
  const on = required(table ?? view, sectionNode, 'table');
  const timing = section.timing?.oneOf(['BEFORE', 'AFTER', 'INSTEAD OF']) ?? (view ? 'INSTEAD OF' : 'BEFORE');
  const event = required(section.event, sectionNode, 'event').oneOf(['INSERT', 'UPDATE', 'DELETE']);
  if (section.columns && event !== 'UPDATE') section.columns.fail('only a trigger on update can name columns');
  const columns = section.columns && [...new Set(readNames(section.columns).map(foldName))].sort();
  const when = section.when && expressionIn(section.when);
  const bodyNode = required(section.body, sectionNode, 'body');
  const body = terminated(nonEmpty(bodyNode, 'the body'));
  expressionIn(bodyNode, 'the body', body, 'statements');
  const object: SchemaObject<TriggerSpec> = schemaObject({
    kind: 'trigger',
    address: address('trigger', foldName(name)),
    name,
    parent: address(view ? 'view' : 'table', foldName(nonEmpty(on, 'the name'))),
    spec: {
      timing,
      event,
      ...(columns && { columns }),
      ...(when && { when: normaliseBody(when) }),
      body: normaliseBody(meaningful(body)),
    },
    layout: { rest: `${section.when ? `WHEN ${section.when.text()}\n` : ''}BEGIN\n${body}\nEND` } satisfies Json,
  });
  return { objects: [object], renames: renameOf(name, renamedFrom) };
}

/** Writes the triggers of a catalogue. */
export function writeTriggers(catalogue: Catalogue, engine: SqliteEngine): readonly WrittenObject[] {
  return [...catalogue]
    .filter((object): object is SchemaObject<TriggerSpec> => object.kind === 'trigger')
    .map((trigger) => {
      const parent = trigger.parent && partsOf(trigger.parent);
      const on = (trigger.parent && catalogue.get(trigger.parent)?.name) ?? parent?.parts[0] ?? '';
      const { timing, event, columns, when, body } = trigger.spec;
      const section: { readonly [field: string]: Json | undefined } = {
        [parent?.kind === 'view' ? 'view' : 'table']: on,
        timing,
        event,
        ...(columns && { columns }),
        ...(when !== undefined && { when }),
        body,
      };
      return { name: trigger.name, spec: { name: trigger.name, schema: { [engine]: section } }, covers: [trigger] };
    });
}

/** Each statement of a body ends with a semicolon, the last one too. */
function terminated(text: string): string {
  const trimmed = text.trim();
  return isSymbol(meaningful(trimmed).at(-1), ';') ? trimmed : `${trimmed};`;
}
