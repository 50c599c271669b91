import { align, widthOf } from './paint.js';

/** What is left of a terminal's width for explanations, below which they stand on lines of their own. */
const readable = 30;

/** Terms and what they mean, a line each where the terminal is wide enough, else with the meaning folded below itself. */
export function definitions(rows: readonly (readonly [string, string])[], columns: number): readonly string[] {
  return alignFolded(rows, columns);
}

/** Rows as {@link align} puts them; where a terminal is too narrow for one, its last cell is folded below itself, or below the row. A cell of several lines stays as it was written. */
export function alignFolded(
  rows: readonly (readonly string[])[],
  columns: number,
  indentation = '',
): readonly string[] {
  const lines = align(rows).map((line) => indentation + line);
  return lines.map((line, i) => {
    const last = rows[i]?.at(-1) ?? '';
    if (last === '' || last.includes('\n') || widthOf(line) <= columns || !line.endsWith(last)) return line;
    const head = line.slice(0, line.length - last.length);
    const start = widthOf(head);
    if (start === 0) return foldLine(line, columns);
    if (columns - start < readable) return [head.trimEnd(), ...indented(fold(last, columns - 6), 6)].join('\n');
    const [first = '', ...more] = fold(last, columns - start);
    return [head + first, ...indented(more, start)].join('\n');
  });
}

/** A line with what is too wide for a terminal below it, a little further in. */
export function foldLine(line: string, columns: number): string {
  if (widthOf(line) <= columns) return line;
  const [first = '', ...more] = fold(line, columns);
  return [first, ...fold(more.join(' '), columns - 4).map((each) => `    ${each}`)].join('\n');
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => ' '.repeat(by) + line);
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
