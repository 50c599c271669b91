import type { Delta } from '@sync/core';

/** What ALTER is to say so that options (`fillfactor=70`) become others: SET for what is new or another, RESET for what goes. */
export function changeOptions(alter: string, { from, to }: Pick<Delta, 'from' | 'to'>): readonly string[] {
  const [before, after] = [optionsIn(from), optionsIn(to)];
  const [had, kept] = [new Set(before), new Set(after.map(nameOf))];
  const set = after.filter((option) => !had.has(option));
  const gone = before.map(nameOf).filter((name) => !kept.has(name));
  return [
    ...(set.length > 0 ? [`${alter} SET (${set.join(', ')})`] : []),
    ...(gone.length > 0 ? [`${alter} RESET (${gone.join(', ')})`] : []),
  ];
}

function optionsIn(value: Delta['from']): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function nameOf(option: string): string {
  return option.slice(0, option.indexOf('='));
}
