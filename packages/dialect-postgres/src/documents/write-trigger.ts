import type { Json, SchemaObject } from '@sync/core';
import type { TriggerSpec } from '../kinds/trigger-kind.js';
import { DefinitionReader } from './reader.js';
import { meaningful, splitAtCommas, textOf, withoutParentheses } from './text.js';

const known = new Set(['event', 'action', 'constraint', 'state']);

/** A trigger as an entry of `triggers`; undefined where none can say it: one with transition tables, or from another table. */
export function writeTrigger({ name, spec }: SchemaObject<TriggerSpec>): Json | undefined {
  if (Object.keys(spec).some((key) => !known.has(key))) return undefined;
  const reader = new DefinitionReader(spec.action);
  const deferrable = spec.constraint ? deferrableOf(reader) : {};
  const perRow = reader.accept('FOR', 'EACH', 'ROW');
  if (!perRow && !reader.accept('FOR', 'EACH', 'STATEMENT')) return undefined;
  const when = reader.accept('WHEN') ? reader.group() : undefined;
  if (!reader.accept('EXECUTE', 'FUNCTION')) return undefined;
  const [schema = '', called = ''] = reader.path();
  const group = reader.group();
  const params = group && argumentsIn(group);
  if (!params || !reader.done || called === '') return undefined;
  return {
    name,
    ...(spec.constraint && { constraintTrigger: true }),
    ...deferrable,
    events: eventsOf(spec.event),
    ...(perRow ? { forEachRow: true } : { forEachStatement: true }),
    ...(when && { condition: withoutParentheses(textOf(when, spec.action)) }),
    execute: { schema, name: called, ...(params.length > 0 && { params }) },
    ...(spec.state && { state: spec.state }),
  };
}

/** The server writes this out for every constraint trigger. */
function deferrableOf(reader: DefinitionReader): { readonly deferrable?: string } {
  const isFixed = reader.accept('NOT', 'DEFERRABLE') || !reader.accept('DEFERRABLE');
  const deferrable = reader.accept('INITIALLY', 'DEFERRED') ? 'deferred' : 'immediate';
  reader.accept('INITIALLY', 'IMMEDIATE');
  return isFixed ? {} : { deferrable };
}

/** `BEFORE INSERT OR UPDATE OF a` as a list, the timing with the first. */
function eventsOf(event: string): readonly string[] {
  const tokens = meaningful(event);
  const ends = tokens.flatMap((token, i) => (token.type === 'word' && token.text === 'OR' ? [i] : []));
  return [...ends, tokens.length].map((end, i) =>
    textOf(tokens.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end), event),
  );
}

/** Texts as the server prints them. */
function argumentsIn(group: Parameters<typeof splitAtCommas>[0]): readonly string[] | undefined {
  if (group.length === 0) return [];
  const params = splitAtCommas(group).map(([token, more]) => {
    const text = token?.text ?? '';
    const isPlain = token?.type === 'string' && more === undefined && text.startsWith("'");
    return isPlain ? text.slice(1, -1).replaceAll("''", "'") : undefined;
  });
  return params.every((text) => text !== undefined) ? params : undefined;
}
