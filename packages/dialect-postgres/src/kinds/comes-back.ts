import type { RenderContext, SchemaObject } from '@sync/core';

/** Whether what goes is made again, and not something else under its name, as where schemas trade theirs. */
export function comesBack({ address }: SchemaObject, { goal, moved }: Pick<RenderContext, 'goal' | 'moved'>): boolean {
  return goal.has(moved(address));
}
