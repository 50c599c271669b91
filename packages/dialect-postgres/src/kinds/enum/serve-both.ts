import type { Impossible, SchemaObject, Served } from '@sync/core';
import { quoteText } from '../../text/literal.js';
import type { EnumSpec } from './spec.js';

type Enum = SchemaObject<EnumSpec>;

/** The values of both shapes: new ones may be written, and old ones still. */
export function serveBothEnums(from: Enum | undefined, to: Enum | undefined): Served | Impossible {
  if (!from || !to) return { object: from ?? to };
  const labels = unite(from.spec.labels, to.spec.labels);
  if (from.spec.labels.length === labels.length) return { object: from };
  if (follows(labels, from.spec.labels)) return { object: { ...from, spec: { labels } } };
  return {
    impossible: `its values cannot be in two orders: ${labels.map(quoteText).join(', ')}`,
    hint: 'Keep the order of the values that stay.',
  };
}

/** The new values in their order, with each that goes behind the one that it was behind. */
function unite(before: readonly string[], after: readonly string[]): readonly string[] {
  const labels = [...after];
  for (const [i, label] of before.entries()) {
    if (!labels.includes(label)) labels.splice(labels.indexOf(before[i - 1] ?? '') + 1, 0, label);
  }
  return labels;
}

/** Whether the old values are there in their order, so that only others are added. */
function follows(labels: readonly string[], before: readonly string[]): boolean {
  const known = new Set(before);
  return labels.filter((label) => known.has(label)).every((label, i) => label === before[i]);
}
