import type { Address, Leftovers, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { locksTable } from '../hazards.js';
import { type IndexSpec, printIndex } from '../kinds/index/spec.js';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { withOptions } from '../text/with-clause.js';
import { buildIndexOfPartitions, buildIndexOnline, dropIndexOnline, invalidIndex } from './index-steps.js';
import { newName, oldName } from './marks.js';
import { isFilledBeside, nameIndex } from './materialized-view-online.js';
import { apart, type OnlineSteps, released } from './online-kind.js';
import { buildParts } from './part-places.js';
import { isPartitioned } from './partitions.js';
import { afterLeftovers, besideIndex, builtOn, isReferredTo, keepsColumns, replacedBeside } from './replaced.js';
import { quietly } from './waiting.js';

/** Builds and drops indexes of large tables while rows are written. */
export const indexOnline: OnlineSteps<IndexSpec> = (change, usual, context) => {
  const index = change.verb === 'drop' ? change.from : change.to;
  const { parent } = index;
  const [first] = usual;
  if (parent === undefined || !first) return usual;
  const online = context.isOnline(parent);
  const name = qualified(index);
  switch (change.verb) {
    case 'create':
      if (isFilledBeside(parent, context)) return nameIndex(change.to, usual);
      if (online && isPartitioned(parent, context) && !change.to.spec.only) {
        return buildOfPartitions(change.to, usual, context);
      }
      if (online && replacedBeside(change.to, context)) return takePlace(change.to, usual, context);
      return online && !change.to.spec.only
        ? [buildIndexOnline(first.summary, printIndex(change.to, 'CONCURRENTLY '), name), ...apart(usual.slice(1))]
        : withLeftovers(usual, context.base.has(parent) ? invalidIndex(name) : undefined);
    case 'drop':
      if (online && (isPartitioned(parent, context) || index.spec.partOf)) {
        return apart(usual).map((draft) => waiting(draft, change.from, context));
      }
      if (online && replacedBeside(change.from, context)) return released(usual);
      return online ? [...released(usual), waiting(dropIndexOnline(first.summary, name), change.from, context)] : usual;
    case 'alter':
    case 'rename':
      return online ? apart(usual) : usual;
    default:
      return change satisfies never;
  }
};

function buildOfPartitions(index: SchemaObject<IndexSpec>, usual: readonly StepDraft[], context: RenderContext) {
  const { name, parent, spec } = index;
  const summary = usual[0]?.summary ?? '';
  const definition = withOptions(spec.definition, spec.options);
  const own = {
    name,
    summary,
    unique: spec.unique,
    definition,
    table: qualifiedAt(parent as Address),
    at: qualified(index),
  };
  const steps = buildParts(index, context, (partitions, places) => buildIndexOfPartitions(own, partitions, places));
  return steps ? [...steps, ...apart(usual.slice(1))] : apart(usual);
}

/** The new one is built first, so that statements never lack both. */
function takePlace(
  index: SchemaObject<IndexSpec>,
  usual: readonly StepDraft[],
  context: RenderContext,
): readonly StepDraft[] {
  const { name, address } = index;
  const [fresh, old] = [newName, oldName].map((named) => besideIndex(address, named));
  if (!fresh || !old) return [];
  const isHeld = isReferredTo(index, context);
  const away = isHeld
    ? `DROP INDEX ${qualified(index)}`
    : `ALTER INDEX ${qualified(index)} RENAME TO ${quoteName(oldName(name))}`;
  const swap: StepDraft = {
    summary: `put the new index ${shown(index)} in the place of the old one`,
    sql: [away, `ALTER INDEX ${qualifiedAt(fresh)} RENAME TO ${quoteName(name)}`].map((text) => ({ text })),
    apart: true,
  };
  return [
    {
      ...buildIndexOnline(
        `build the new index ${shown(index)}`,
        printIndex({ ...index, name: newName(name) }, 'CONCURRENTLY '),
        qualifiedAt(fresh),
      ),
      early: true,
      after: afterLeftovers(address),
    },
    isHeld
      ? { ...swap, hazards: [locksTable(shown({ address: index.parent as Address }), 'ACCESS EXCLUSIVE')] }
      : quietly(swap),
    ...apart(usual.slice(1)),
    ...(isHeld ? [] : [dropIndexOnline(`drop the old index ${shown(index)}`, qualifiedAt(old))]),
  ];
}

/** What comes in the place of an index may have another name. */
function waiting(draft: StepDraft, { parent, name, spec }: SchemaObject<IndexSpec>, context: RenderContext): StepDraft {
  const isLeftover = name.startsWith(newName(''));
  return parent !== undefined && !isLeftover && keepsColumns(parent, [spec.definition], context)
    ? { ...draft, preferAfter: builtOn(context.moved(parent), context) }
    : draft;
}

/** What makes the index is the first of its steps. */
function withLeftovers([first, ...rest]: readonly StepDraft[], leftovers: Leftovers | undefined): readonly StepDraft[] {
  return first && leftovers ? [{ ...first, leftovers }, ...rest] : [...(first ? [first] : []), ...rest];
}
