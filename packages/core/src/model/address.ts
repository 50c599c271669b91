declare const brand: unique symbol;

/** Where an object lives, relative to its scope and folded: `table:users`, `index:users_email`. The same in every tenant. */
export type Address = string & { readonly [brand]: 'Address' };

// Few names hold either, and addresses are made by the hundred thousand.
const escapePart = (part: string) =>
  part.includes('.') || part.includes('\\') ? part.replace(/[\\.]/g, '\\$&') : part;

/** Builds an address from a kind and the folded names that lead to the object. */
export function address(kind: string, ...parts: readonly string[]): Address {
  return `${kind}:${parts.map(escapePart).join('.')}` as Address;
}

/** Takes an address apart again: `partsOf(address(kind, ...parts))` gives `kind` and `parts`. */
export function partsOf(of: Address): { readonly kind: string; readonly parts: readonly string[] } {
  const colon = of.indexOf(':');
  const parts: string[] = [];
  let part = '';
  for (let i = colon + 1; i < of.length; i++) {
    const char = of.charAt(i);
    if (char === '.') {
      parts.push(part);
      part = '';
    } else part += char === '\\' ? of.charAt(++i) : char;
  }
  parts.push(part);
  return { kind: of.slice(0, colon), parts };
}

/** Orders strings by code unit: the same on every machine, unlike a locale's order. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
