import { align, widthOf } from './paint.js';

/** What is left of a terminal's width for explanations, below which they stand on lines of their own. */
const readable = 30;

/** Terms and what they mean, a line each where the terminal is wide enough, else with the meaning folded below itself. */
export function definitions(rows: readonly (readonly [string, string])[], columns: number): readonly string[] {
  const lines = align(rows);
  const start = Math.max(0, ...rows.map(([term]) => widthOf(term))) + 2;
  return rows.map(([term, meaning], i) => {
    const line = lines[i] ?? '';
    if (widthOf(line) <= columns) return line;
    if (columns - start < readable)
      return [term, ...fold(meaning, columns - 6).map((each) => `      ${each}`)].join('\n');
    const [first = '', ...more] = fold(meaning, columns - start);
    const head = align([[term, first], ...rows])[0] ?? '';
    return [head, ...more.map((each) => ' '.repeat(start) + each)].join('\n');
  });
}

/** A text in lines of at most so many columns; a word that is longer stands alone. */
export function fold(text: string, columns: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && widthOf(line) + widthOf(word) >= columns) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
