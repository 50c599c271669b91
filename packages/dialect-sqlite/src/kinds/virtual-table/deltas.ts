import type { Delta, SchemaObject } from '@sync/core';
import { foldName } from '../../text/names.js';
import type { VirtualTableSpec } from './spec.js';

/** What is told to a module otherwise than before; never empty for two states that differ. `renamed` leads from new to old columns, folded. */
export function argumentDeltas(
  { spec: from }: SchemaObject<VirtualTableSpec>,
  { spec: to }: SchemaObject<VirtualTableSpec>,
  renamed: ReadonlyMap<string, string>,
): readonly Delta[] {
  const before = new Set(from.arguments);
  const after = new Set(to.arguments);
  const deltas: readonly Delta[] = [
    ...Array.from(
      renamed,
      ([next, old]): Delta => ({ type: 'rename-column', path: ['columns', next], from: old, to: next }),
    ),
    ...from.arguments.flatMap((text): readonly Delta[] =>
      after.has(text) ? [] : [{ type: 'drop-argument', path: ['arguments', text], from: text }],
    ),
    ...to.arguments.flatMap((text): readonly Delta[] =>
      before.has(text) ? [] : [{ type: 'add-argument', path: ['arguments', text], to: text }],
    ),
  ];
  if (deltas.length > 0) return deltas;
  return [{ type: 'change-arguments', path: ['arguments'], from: from.arguments, to: to.arguments }];
}

/** The renames in deltas: new folded names and the old ones. */
export function renamedColumns(deltas: readonly Delta[]): ReadonlyMap<string, string> {
  const renames = deltas.filter((delta) => delta.type === 'rename-column');
  return new Map(renames.map((delta) => [foldName(String(delta.to)), foldName(String(delta.from))]));
}
