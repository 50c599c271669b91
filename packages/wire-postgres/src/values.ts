import type { Json } from '@sync/core';
import pg from 'pg';

/** What pg is given for a value: lists and objects as JSON text, which it would otherwise take for arrays. */
export function toNative(value: Json): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

const int8 = 20;
/** Types that callers get as values; everything else, dates and decimals among them, is text as the server writes it, so that nothing is lost. */
const parsed = new Set([16, 21, 23, 26, 700, 701, 1000, 1002, 1003, 1005, 1007, 1009, 1028]);

/** How pg turns what the server sends into values. */
export const types = {
  getTypeParser: (oid: number): ((text: string) => unknown) => {
    if (oid === int8) return wholeNumber;
    return parsed.has(oid) ? (pg.types.getTypeParser(oid, 'text') as (text: string) => unknown) : (text) => text;
  },
};

/** A number wherever it is exact, a bigint beyond that. */
function wholeNumber(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}
