import type { Address, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import type { IndexSpec } from '../kinds/index/spec.js';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { buildIndexOfPartitions, buildIndexOnline, dropIndexOnline, invalidIndex } from './index-steps.js';
import { newName, oldName } from './marks.js';
import { apart, type OnlineSteps } from './online-kind.js';
import { isPartitioned, partitionsOf } from './partitions.js';
import { afterLeftovers, besideIndex, builtOn, keepsColumns, replacedBeside } from './replaced.js';

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
      if (online && replacedBeside(change.to, context)) return takePlace(change.to);
      if (online) return [buildIndexOnline(first.summary, concurrently(change.to), qualified(index))];
      return base.has(parent) ? usual.map((draft) => ({ ...draft, leftovers: invalidIndex(qualified(index)) })) : usual;
    case 'drop':
      if (online && isPartitioned(parent, context)) return apart(usual);
      if (online && replacedBeside(change.from, context)) return [];
      return online ? [waiting(dropIndexOnline(first.summary, qualified(index)), change.from, context)] : usual;
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

/** The new one is built first, so that statements never lack both. */
function takePlace(index: SchemaObject<IndexSpec>): readonly StepDraft[] {
  const { name, address } = index;
  const [fresh, old] = [newName, oldName].map((named) => besideIndex(address, named));
  if (!fresh || !old) return [];
  return [
    {
      ...buildIndexOnline(
        `build the new index ${shown(index)}`,
        concurrently(index, newName(name)),
        qualifiedAt(fresh),
      ),
      after: afterLeftovers(address),
    },
    {
      summary: `put the new index ${shown(index)} in the place of the old one`,
      sql: [
        { text: `ALTER INDEX ${qualified(index)} RENAME TO ${quoteName(oldName(name))}` },
        { text: `ALTER INDEX ${qualifiedAt(fresh)} RENAME TO ${quoteName(name)}` },
      ],
      apart: true,
    },
    dropIndexOnline(`drop the old index ${shown(index)}`, qualifiedAt(old)),
  ];
}

/** What comes in the place of an index may have another name. */
function waiting(draft: StepDraft, { parent, name }: SchemaObject, context: RenderContext): StepDraft {
  const isLeftover = name.startsWith(newName(''));
  return parent !== undefined && !isLeftover && keepsColumns(parent, context)
    ? { ...draft, preferAfter: builtOn(context.moved(parent), context) }
    : draft;
}

function concurrently({ name, parent, spec: { unique, definition } }: SchemaObject<IndexSpec>, as = name): string {
  return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${quoteName(as)} ON ${qualifiedAt(parent as Address)} ${definition}`;
}
