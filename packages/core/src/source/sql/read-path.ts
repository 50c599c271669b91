import type { Lexis } from '../../contract/lexis.js';
import { isName, nameOf } from './definition.js';
import { tokenize } from './tokens.js';

/** Reads a name with what it lies in. */
export function readPath(value: string, lexis: Lexis): readonly string[] | undefined {
  const path: string[] = [];
  let expectsName = true;
  for (const token of tokenize(value, lexis)) {
    if (expectsName ? !isName(token) : token.text !== '.') return undefined;
    if (expectsName) path.push(nameOf(token, lexis));
    expectsName = !expectsName;
  }
  return expectsName || path.some((name) => name === '') ? undefined : path;
}
