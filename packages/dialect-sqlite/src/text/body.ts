import type { Token } from '@sync/core';
import { isSymbol, isWord, nameIn } from './cursor.js';
import { contextualWords, reservedWords } from './keywords.js';
import { layOut, type Piece } from './layout.js';
import { foldName, quoteText, writeName } from './names.js';
import { certainNames } from './quoted-strings.js';

const endsOperand: ReadonlySet<string> = new Set(['NULL', 'END']);

/**
 * Writes the body of a view or trigger in one form for all its spellings. Names keep their case, which is visible in the columns of a view, and `"x"` keeps its
 * quotes where SQLite might read a string in it, but for the `strings`, folded, that are known to be some.
 */
export function normaliseBody(tokens: readonly Token[], strings?: ReadonlySet<string>): string {
  const pieces: Piece[] = [];
  const isCertain = certainNames(tokens);
  for (const [i, token] of tokens.entries()) {
    const blob = blobAt(tokens, i);
    if (blob === 'inside') pieces.push({ text: `x${token.text.toLowerCase()}`, type: 'operand' });
    else if (blob !== 'prefix') {
      const after = tokens[i + 1];
      pieces.push(
        token.type === 'quoted'
          ? { text: quoted(token, isCertain(i), after, strings), type: isSymbol(after, '(') ? 'call' : 'operand' }
          : piece(token, tokens[i - 1], after, pieces.at(-1)),
      );
    }
  }
  return layOut(pieces);
}

function blobAt(tokens: readonly Token[], i: number): 'prefix' | 'inside' | undefined {
  const joins = (word: Token | undefined, text: Token | undefined) =>
    isWord(word, 'X') && text?.type === 'string' && word !== undefined && text.start === word.start + 1;
  if (joins(tokens[i], tokens[i + 1])) return 'prefix';
  return joins(tokens[i - 1], tokens[i]) ? 'inside' : undefined;
}

function piece(token: Token, before: Token | undefined, after: Token | undefined, last: Piece | undefined): Piece {
  switch (token.type) {
    case 'symbol':
      return symbol(token.text, last);
    case 'number':
      return { text: token.text.toLowerCase(), type: 'operand' };
    case 'word':
      return word(token, before, after);
    default:
      return { text: token.text, type: 'operand' };
  }
}

function symbol(text: string, last: Piece | undefined): Piece {
  if (/^[(),.;]$/.test(text)) return { text, type: 'punctuation' };
  const operand = !last || (last.type !== 'operand' && last.text !== ')');
  if (operand && /^[-+~]$/.test(text)) return { text, type: 'unary' };
  if (operand && text === '*') return { text, type: 'operand' };
  if (text === '==') return { text: '=', type: 'operator' };
  return { text: text === '!=' ? '<>' : text, type: 'operator' };
}

function quoted(
  token: Token,
  certain: boolean,
  after: Token | undefined,
  strings: ReadonlySet<string> | undefined,
): string {
  const name = nameIn(token);
  const bare = writeName(name);
  if (!certain && strings?.has(foldName(name)) && !isSymbol(after, '(')) return quoteText(name);
  return certain || bare[0] === '"' ? bare : `"${bare}"`;
}

function word(token: Token, before: Token | undefined, after: Token | undefined): Piece {
  const upper = token.text.toUpperCase();
  const isName = isSymbol(before, '.') || isSymbol(after, '.') || (isWord(before, 'AS') && !reservedWords.has(upper));
  if (!isName && reservedWords.has(upper)) return { text: upper, type: endsOperand.has(upper) ? 'operand' : 'keyword' };
  const called = isSymbol(after, '(');
  if (called && /^(?:CAST|RAISE)$/.test(upper)) return { text: upper, type: 'call' };
  if (!isName && contextualWords.has(upper) && !(called && isFunction(upper))) {
    return { text: upper, type: endsOperand.has(upper) ? 'operand' : 'keyword' };
  }
  return { text: token.text, type: called ? 'call' : 'operand' };
}

/** Keywords that are functions when a parenthesis follows. */
function isFunction(upper: string): boolean {
  return /^(?:REPLACE|LIKE|GLOB|IF|LEFT|RIGHT)$/.test(upper);
}
