import { byCodeUnit } from '@sync/core';
import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';

/** Options by their names. */
export type Options = Readonly<Record<string, string>>;

type OptionRow = readonly [name: string, value: string];

/** Options as the catalogue tells them, where there are some. */
export function readOptions(written: string): { readonly options?: Options } {
  const rows = JSON.parse(written) as readonly OptionRow[];
  return rows.length > 0 ? { options: Object.fromEntries(rows) } : {};
}

/** Options as CREATE takes them, with a space before; nothing where there are none. */
export function printOptions(options: Options = {}): string {
  const list = Object.entries(options).map(([name, value]) => `${quoteName(name)} ${quoteText(value)}`);
  return list.length > 0 ? ` OPTIONS (${list.join(', ')})` : '';
}

/** What ALTER is to say so that options become others; nothing where they are the same. */
export function changeOptions(from: Options = {}, to: Options = {}): string {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort(byCodeUnit);
  const list = names.flatMap((name) => {
    const [before, after] = [from[name], to[name]];
    if (before === after) return [];
    if (after === undefined) return [`DROP ${quoteName(name)}`];
    return [`${before === undefined ? 'ADD' : 'SET'} ${quoteName(name)} ${quoteText(after)}`];
  });
  return list.length > 0 ? `OPTIONS (${list.join(', ')})` : '';
}

/** Whether the names of options say that they hold what is nobody's business. */
export function holdsSecret(written: string): boolean {
  const rows = JSON.parse(written) as readonly OptionRow[];
  return rows.some(([name]) => /passw|secret|token|credential|private|api_?key/i.test(name));
}
