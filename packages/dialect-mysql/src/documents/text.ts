import { type DocumentNode, type Lexis, type Token, tokenizeMeaning } from '@sync/core';

/** A text that is not empty. */
export function nonEmpty(node: DocumentNode, what: string): string {
  const text = node.text();
  return text === '' ? node.fail(`${what} is empty`) : text;
}

/** A field that must be there. */
export function required(node: DocumentNode | undefined, within: DocumentNode, field: string): DocumentNode {
  return node ?? within.fail(`${field} is missing`);
}

/** Reads a list of names. */
export function namesIn(node: DocumentNode): readonly string[] {
  const names = node.items().map((item) => nonEmpty(item, 'the column'));
  return names.length === 0 ? node.fail('a column is needed') : names;
}

/** A word of the server's, such as a character set: nothing can be smuggled behind it. */
export function wordIn(node: DocumentNode, what: string): string {
  const text = nonEmpty(node, what);
  return /^\w+$/.test(text) ? text : node.fail(`${text} is more than one word`);
}

/** An expression or a query that a document holds. What would end it early is refused. */
export function completeText(node: DocumentNode, what: string, lexis: Lexis, text = nonEmpty(node, what)): string {
  return isComplete(tokenizeMeaning(text, lexis))
    ? text
    : node.fail(`${what} is not complete in itself`, 'Check its parentheses and quotes, and leave out semicolons.');
}

/** Whether every parenthesis and quote is closed, and no semicolon stands there. */
export function isComplete(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const { type, text } of tokens) {
    if (type === 'symbol' && text === '(') depth++;
    if (type === 'symbol' && text === ')') depth--;
    const isOpen = (type === 'string' || type === 'quoted') && (text.length < 2 || text.at(-1) !== text[0]);
    if (depth < 0 || text === ';' || isOpen) return false;
  }
  return depth === 0 && tokens.length > 0;
}

/** Where the parenthesis closes that the tokens begin with; -1 where they do not. */
export function closingAt(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]?.text === '(') depth++;
    else if (tokens[i]?.text === ')' && --depth === 0) return i;
    if (depth === 0) return -1;
  }
  return -1;
}

/** Words that stand behind a type and are no part of it. */
const notOfTypes = new Set(
  'NOT NULL DEFAULT CHECK PRIMARY UNIQUE KEY REFERENCES CONSTRAINT GENERATED COLLATE AS ON AUTO_INCREMENT COMMENT'.split(
    ' ',
  ),
);

/** A type as a document writes it; the server knows which there are. */
export function typeIn(node: DocumentNode, lexis: Lexis): string {
  const text = nonEmpty(node, 'the type').trim();
  const tokens = tokenizeMeaning(text, lexis);
  let depth = 0;
  const wrong = tokens.some(({ type, text: part }) => {
    if (part === '(') depth++;
    if (part === ')') depth--;
    return (
      depth === 0 && (part === ',' || type === 'string' || (type === 'word' && notOfTypes.has(part.toUpperCase())))
    );
  });
  if (wrong || !isComplete(tokens))
    return node.fail(`${text} is more than a type`, 'Constraints and defaults have fields of their own.');
  return text;
}
