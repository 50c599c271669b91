import { address, type DocumentNode, type RenameHint, type SchemaObject, schemaObject, type Token } from '@sync/core';
import type { TriggerSpec } from '../kinds/trigger-kind.js';
import { quoteText } from '../text/literal.js';
import { quotePath } from '../text/names.js';
import { deferrableIn, type OwnTable } from './constraints.js';
import { renamesOf, required } from './frame.js';
import { completeText, isComplete, isWord, meaningful, nonEmpty, pathIn, textOf } from './text.js';

const fields = [
  ...(['name', 'constraintTrigger', 'events', 'forEachStatement', 'forEachRow', 'condition', 'execute'] as const),
  ...(['executeProcedure', 'arguments', 'timing', 'deferrable', 'state', 'renamedFrom'] as const),
] as const;

/** A trigger of a document, and what it says of its old name. */
export interface ReadTrigger {
  readonly object: SchemaObject<TriggerSpec>;
  readonly renames: readonly RenameHint[];
}

/** Reads an entry of `triggers`. */
export function readTrigger(node: DocumentNode, table: OwnTable): ReadTrigger {
  const read = node.fields(fields);
  const events = required(read.events, node, 'events').items().flatMap(eventsIn);
  if (events.length === 0) read.events?.fail('an event is needed');
  const timing = read.timing?.oneOf(['BEFORE', 'AFTER', 'INSTEAD OF']);
  const name = read.name?.text() || required(undefined, node, 'name').text();
  const perRow = read.forEachRow?.boolean() ?? false;
  if (perRow && read.forEachStatement?.boolean())
    read.forEachStatement.fail('a trigger fires for each row or for each statement');
  const state = read.state?.oneOf(['disabled', 'replica', 'always']);
  const when = timingOf(events, timing, read.events ?? node);
  const path = [...table.prefix, table.name, name];
  const object = schemaObject<TriggerSpec>({
    kind: 'postgres/trigger',
    address: address('postgres/trigger', ...path),
    name,
    parent: table.address,
    spec: {
      event: `${when} ${events.map(({ event }) => event).join(' OR ')}`,
      action: [
        ...(read.deferrable ? [deferrableIn(read.deferrable).trim()] : []),
        `FOR EACH ${perRow || read.constraintTrigger?.boolean() ? 'ROW' : 'STATEMENT'}`,
        ...(read.condition?.text() ? [`WHEN (${completeText(read.condition, 'the condition')})`] : []),
        callIn(read, node, table),
      ].join(' '),
      ...(read.constraintTrigger?.boolean() && { constraint: true as const }),
      ...(state && { state }),
    },
  });
  return { object, renames: renamesOf(path, read.renamedFrom) };
}

interface Event {
  readonly timing?: string;
  readonly event: string;
}

/** Events as people write them: `insert`, `after insert or delete`, `update of a, b`. */
function eventsIn(node: DocumentNode): readonly Event[] {
  const text = nonEmpty(node, 'the event');
  const parts: Token[][] = [[]];
  for (const token of meaningful(text)) {
    if (isWord(token, 'OR')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.map((tokens) => eventIn(tokens, text, node));
}

function eventIn(tokens: readonly Token[], text: string, node: DocumentNode): Event {
  const two = isWord(tokens[0], 'INSTEAD') && isWord(tokens[1], 'OF');
  const has = two || isWord(tokens[0], 'BEFORE') || isWord(tokens[0], 'AFTER');
  const [word, of, ...columns] = tokens.slice(two ? 2 : has ? 1 : 0);
  const isKnown = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'].some((each) => isWord(word, each));
  const isColumns = isWord(word, 'UPDATE') && isWord(of, 'OF') && isComplete(columns);
  if (!isKnown || (of !== undefined && !isColumns))
    return node.fail(`${text} is no event`, 'Write insert, update, update of columns, delete or truncate.');
  const event = [word?.text.toUpperCase() ?? '', ...(isColumns ? [`OF ${textOf(columns, text)}`] : [])].join(' ');
  return { event, ...(has && { timing: two ? 'INSTEAD OF' : (tokens[0]?.text.toUpperCase() ?? '') }) };
}

/** The timing may stand with the events, or in a field of its own. */
function timingOf(events: readonly Event[], timing: string | undefined, node: DocumentNode): string {
  const said = new Set([...events.flatMap((event) => event.timing ?? []), ...(timing === undefined ? [] : [timing])]);
  if (said.size > 1) node.fail(`a trigger fires at one time, not ${[...said].join(' and ')}`);
  return [...said][0] ?? 'AFTER';
}

type Fields = { readonly [field in (typeof fields)[number]]?: DocumentNode };

/** `execute` with the function's schema, name and arguments; or the older `executeProcedure` and `arguments`. */
function callIn(read: Fields, node: DocumentNode, table: OwnTable): string {
  if (read.executeProcedure && !read.execute) {
    const list = read.arguments?.items().map((item) => quoteText(item.text())) ?? [];
    return `EXECUTE FUNCTION ${calledIn(read.executeProcedure, list)}`;
  }
  const execute = required(read.execute, node, 'execute');
  const { type, schema, name, params } = execute.fields(['type', 'schema', 'name', 'params']);
  type?.oneOf(['function', 'procedure']);
  const named = nonEmpty(required(name, execute, 'name'), 'the name');
  const list = params?.items().map((item) => quoteText(item.text())) ?? [];
  return `EXECUTE FUNCTION ${quotePath(schema?.text() || (table.prefix[0] ?? 'public'), named)}(${list.join(', ')})`;
}

/** A name, or a whole call: `app.log('a')`. */
function calledIn(node: DocumentNode, list: readonly string[]): string {
  const text = completeText(node, 'the function');
  return text.includes('(') ? text : `${pathIn(node, 'the function')}(${list.join(', ')})`;
}
