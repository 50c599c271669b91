import type { Address, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import type { IndexSpec } from '../kinds/index-kind.js';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt } from '../text/qualified.js';
import { buildIndexOfPartitions, buildIndexOnline, dropIndexOnline, invalidIndex } from './index-steps.js';
import { apart, type OnlineSteps } from './online-kind.js';
import { isPartitioned, partitionsOf } from './partitions.js';

/** Builds and drops indexes of large tables while rows are written. */
export const indexOnline: OnlineSteps<IndexSpec> = (change, usual, context) => {
  const { base, isOnline } = context;
  const index = change.verb === 'drop' ? change.from : change.to;
  const { parent } = index;
  const [first] = usual;
  if (parent === undefined || !first) return usual;
  const online = isOnline(parent);
  switch (change.verb) {
    case 'create':
      if (online && isPartitioned(parent, context)) return buildOfPartitions(change.to, usual, context);
      if (online) return [buildIndexOnline(first.summary, concurrently(change.to), qualified(index))];
      return base.has(parent) ? usual.map((draft) => ({ ...draft, leftovers: invalidIndex(qualified(index)) })) : usual;
    case 'drop':
      if (online && isPartitioned(parent, context)) return apart(usual);
      return online ? [dropIndexOnline(first.summary, qualified(index))] : usual;
    case 'alter':
    case 'rename':
      return online ? apart(usual) : usual;
    default:
      return change satisfies never;
  }
};

function buildOfPartitions(index: SchemaObject<IndexSpec>, usual: readonly StepDraft[], context: RenderContext) {
  const { name, parent, spec } = index;
  const partitions = partitionsOf(parent as Address, context);
  if (!partitions) return apart(usual);
  const summary = usual[0]?.summary ?? '';
  const own = { name, summary, ...spec, table: qualifiedAt(parent as Address), at: qualified(index) };
  return buildIndexOfPartitions(own, partitions);
}

function concurrently({ name, parent, spec: { unique, definition } }: SchemaObject<IndexSpec>): string {
  return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${quoteName(name)} ON ${qualifiedAt(parent as Address)} ${definition}`;
}
