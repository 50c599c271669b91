import type { CST } from 'yaml';

/** How deep what people write as YAML may be nested. */
export const deepest = 100;

/** The first that was found of what is nested deeper than that. Everything that reads it further goes down one call for each level, and there are only so many. */
export function tooDeep(tokens: readonly CST.Token[]): CST.Token | undefined {
  const left: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = left.pop(); next; next = left.pop()) {
    const { token, depth } = next;
    if (depth > deepest) return token;
    if (token.type === 'document' && token.value) left.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      for (const inner of [key, value]) if (inner) left.push({ token: inner, depth: depth + 1 });
    }
  }
  return undefined;
}
