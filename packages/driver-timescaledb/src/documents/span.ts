import type { DocumentNode } from '@sync/core';

/** A length of time as people write it (`7 days`, `INTERVAL '7 days'`), or a number of what counts by itself. */
export function spanIn(node: DocumentNode | undefined): string | number {
  const text = node?.text().trim() ?? '';
  if (text === '') return node?.fail('a length of time is needed', 'For example: 7 days.') ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  return /^interval\s+'([^']*)'$/i.exec(text)?.[1] ?? /^'([^']*)'$/.exec(text)?.[1] ?? text;
}
