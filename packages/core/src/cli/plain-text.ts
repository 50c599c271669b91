import type { World } from './world.js';

/** What our own signs are on a terminal that shows nothing but ASCII. */
const signs: Readonly<Record<string, string>> = {
  '✓': 'ok',
  '✗': 'x',
  '→': '->',
  '↑': '^',
  '↓': 'v',
  '·': '-',
  '…': '...',
  '±': '+-',
  '»': '>',
  '×': 'x',
};

/** A text in ASCII alone: our signs in words, every other letter by its number. */
export function plainText(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (char) => signs[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Whether a terminal understands UTF-8, as far as its locale says; one that says nothing does. */
export function showsUnicode({ environment, platform }: Pick<World, 'environment' | 'platform'>): boolean {
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG;
  return !locale || platform === 'win32' || /utf-?8/i.test(locale);
}
