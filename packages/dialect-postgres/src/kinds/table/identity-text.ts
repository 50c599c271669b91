import { unusualOptions } from '../sequence/usual-counter.js';
import type { ColumnSpec } from './spec.js';

type Identity = NonNullable<ColumnSpec['identity']>;

/** Two identities as people tell them apart: how they count where that is not the usual way of their type, and the type only where nothing else differs. */
export function identityTexts(
  before: Identity | undefined,
  after: Identity | undefined,
): readonly [string | null, string | null] {
  const [old, next] = [before && identityText(before), after && identityText(after)];
  if (old !== next || !before || !after) return [old ?? null, next ?? null];
  return [`${old} as ${before.options.type}`, `${next} as ${after.options.type}`];
}

function identityText({ always, options }: Identity): string {
  return [
    always ? 'always' : 'by default',
    ...unusualOptions(options).map((option) => `${option} ${options[option]}`),
    ...(options.cycle ? ['cycle'] : []),
  ].join(', ');
}
