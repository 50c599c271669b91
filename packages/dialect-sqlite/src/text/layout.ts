/** A token of normalised text, with what its spacing depends on. */
export interface Piece {
  readonly text: string;
  /** `call` is a word whose parenthesis follows without a space; `unary` an operator that clings to what follows. */
  readonly type: 'operand' | 'keyword' | 'call' | 'operator' | 'unary' | 'punctuation';
}

/** Puts normalised tokens together; the spacing depends on the tokens alone, never on how they were written. */
export function layOut(pieces: readonly Piece[]): string {
  let text = '';
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (last && spaced(last, piece)) text += ' ';
    text += piece.text;
    last = piece;
  }
  return text;
}

function spaced(left: Piece, right: Piece): boolean {
  if (right.text === ',' || right.text === ')' || right.text === '.' || right.text === ';') return false;
  if (left.text === '(' || left.text === '.') return false;
  if (right.text === '(' && left.type === 'call') return false;
  // Two signs in a row would begin a comment.
  if (left.type === 'unary') return right.type === 'unary';
  return true;
}
