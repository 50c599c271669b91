import type { Delta, Json } from '@sync/core';

/** One thing that is said of an object, where it is said otherwise; nothing where it is not. */
export function changed(noun: string, from: Json | undefined, to: Json | undefined): readonly Delta[] {
  return from === to ? [] : [{ type: `change-${noun}`, path: [noun], from: from ?? null, to: to ?? null }];
}
