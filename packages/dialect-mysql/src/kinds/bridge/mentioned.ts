import { type Lexis, tokenizeMeaning, unquote } from '@sync/core';
import { foldMember } from '../../text/names.js';

/** Whatever an expression of a person's may call a column by, folded. */
export function mentioned(expression: string, lexis: Lexis): ReadonlySet<string> {
  return new Set(
    tokenizeMeaning(expression, lexis).flatMap((token) => {
      if (token.type === 'quoted') return [foldMember(unquote(token, lexis))];
      return token.type === 'word' ? [foldMember(token.text)] : [];
    }),
  );
}
