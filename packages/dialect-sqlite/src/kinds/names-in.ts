import type { SchemaObject } from '@sync/core';
import { meaningful, nameIn } from '../text/cursor.js';
import { foldName } from '../text/names.js';
import type { TriggerSpec } from './trigger/spec.js';
import type { ViewSpec } from './view/spec.js';
import type { VirtualTableSpec } from './virtual-table/spec.js';

const known = new WeakMap<SchemaObject, ReadonlySet<string>>();

/** Whether one of these folded names stands in the text of a view, trigger or virtual table, whatever it means there. */
export function speaksOf(object: SchemaObject, names: Iterable<string>): boolean {
  let own = known.get(object);
  if (!own) {
    own = namesIn(object);
    known.set(object, own);
  }
  return [...names].some((name) => own.has(name));
}

function namesIn({ kind, spec }: SchemaObject): ReadonlySet<string> {
  const names = textsOf(kind, spec)
    .flatMap((text) => [...meaningful(text)])
    .flatMap((token) => (token.type === 'word' || token.type === 'quoted' ? [foldName(nameIn(token))] : []));
  return new Set([...names, ...(kind === 'trigger' ? ((spec as TriggerSpec).columns ?? []) : [])]);
}

function textsOf(kind: string, spec: unknown): readonly string[] {
  switch (kind) {
    case 'view':
      return [(spec as ViewSpec).select];
    case 'trigger': {
      const { when, body } = spec as TriggerSpec;
      return [when ?? '', body];
    }
    case 'sqlite/virtual-table':
      return (spec as VirtualTableSpec).arguments;
    default:
      return [];
  }
}
