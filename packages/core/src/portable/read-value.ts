import type { PortableColumn } from '../contract/portable.js';
import { type ExpressionReading, readExpression } from './read-expression.js';

/** What a column holds where nobody says it, in the words of its engine. */
export interface ValueWords {
  readonly name: string;
  readonly default?: string;
  readonly generated?: { readonly as: string; readonly stored: boolean };
}

/** The same in terms of no engine. What does not mean the same everywhere is left out, and told. */
export function readValue(
  { name, default: usual, generated }: ValueWords,
  reading: ExpressionReading,
  leaveOut: (what: string, reason: string) => void,
): Pick<PortableColumn, 'default' | 'generated'> {
  const read = (what: string, text: string) => {
    const found = readExpression(text, reading);
    if (!found) leaveOut(`${what} of column ${name}`, `${text} does not mean the same everywhere`);
    return found;
  };
  const as = generated && read('expression', generated.as);
  if (generated && as) return { generated: { as, stored: generated.stored } };
  const value = usual === undefined ? undefined : read('default', usual);
  return value ? { default: value } : {};
}
