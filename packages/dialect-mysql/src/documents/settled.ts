import { type Json, type Lexis, tokenizeMeaning } from '@sync/core';

/**
 * What a column of this type holds of a value that it takes but does not keep as it is written: a number with the precision of FLOAT, a CHAR without blanks behind it, a SET
 * in the order of its type. So rows are compared with what the server makes of them. https://dev.mysql.com/doc/refman/9.7/en/data-types.html
 */
export function settled(value: Json, type: string, lexis: Lexis): Json {
  if (typeof value === 'number' && isFloat(type)) {
    const held = Math.fround(value);
    return Number.isFinite(held) ? held : value;
  }
  if (typeof value !== 'string') return value;
  if (/^(?:national\s+)?n?char(?:acter)?\b(?!\s*(?:byte|varying|large))/i.test(type)) return value.replace(/ +$/, '');
  return /^set\s*\(/i.test(type) ? inOrder(value, membersOf(type, lexis)) : value;
}

/** With up to 24 bits it is a single one, with more a double one; with digits behind the point it is rounded first. */
function isFloat(type: string): boolean {
  const [name, bits] = /^float4?(?![\w])\s*(?:\(([^)]*)\))?/i.exec(type) ?? [];
  return name !== undefined && (bits === undefined || (/^\s*\d+\s*$/.test(bits) && Number(bits) <= 24));
}

function membersOf(type: string, lexis: Lexis): readonly string[] {
  return tokenizeMeaning(type, lexis).flatMap((token) =>
    token.type === 'string' ? [token.text.slice(1, -1).replaceAll("''", "'")] : [],
  );
}

/** Each once; what is no member stays for the server to refuse. */
function inOrder(value: string, members: readonly string[]): string {
  const said = new Set(value.split(','));
  const isKnown = [...said].every((each) => members.includes(each));
  return isKnown ? members.filter((each) => said.has(each)).join(',') : value;
}
