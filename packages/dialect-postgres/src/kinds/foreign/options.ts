import { byCodeUnit } from '@sync/core';
import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';
import { harmless } from './harmless.js';

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

/** Why something with these options is left alone; undefined where all of them are known to hold nothing that a person logs in with. */
export function leftAloneFor(written: readonly string[]): string | undefined {
  const rows = written.flatMap((each) => JSON.parse(each) as readonly OptionRow[]);
  const unknown = [...new Set(rows.map(([name]) => name))].filter((name) => !harmless.has(name));
  if (unknown.length === 0) return undefined;
  const names = unknown.sort(byCodeUnit).join(', ');
  return unknown.length === 1
    ? `its option ${names} may hold credentials, which are no part of a schema`
    : `its options ${names} may hold credentials, which are no part of a schema`;
}
