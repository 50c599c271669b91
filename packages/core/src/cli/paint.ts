/** Colours a text, or leaves it as it is where colours are off. */
export interface Paint {
  readonly on: boolean;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

/**
 * Makes a palette that paints, or one that does not. With a seal, a number that nobody else knows, its colours can be told from those that a hostile text
 * brings along; {@link unsealed} then lets these through and no others.
 */
export function createPaint(on: boolean, seal?: string): Paint {
  const end = seal === undefined ? 'm' : `;${seal}m`;
  const wrap = (name: keyof typeof codes) => (text: string) =>
    on && text !== '' ? `\u001b[${codes[name][0]}${end}${text}\u001b[${codes[name][1]}${end}` : text;
  return {
    on,
    bold: wrap('bold'),
    dim: wrap('dim'),
    red: wrap('red'),
    green: wrap('green'),
    yellow: wrap('yellow'),
    cyan: wrap('cyan'),
  };
}

/** Puts the colours of a sealed palette into their plain form, and everything between them through `show`. */
export function unsealed(text: string, seal: string, show: (text: string) => string): string {
  return text
    .split(new RegExp(`\\p{Cc}\\[(\\d+);${seal}m`, 'u'))
    .map((part, i) => (i % 2 === 1 ? `\u001b[${part}m` : show(part)))
    .join('');
}

/** The columns that a text takes on a terminal: without colours, wide characters twice. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text.replace(/\p{Cc}\[[\d;]*m/gu, '')) {
    if (/\p{Mn}|\u200d|\ufe0f/u.test(char)) continue;
    width += wide.test(char) ? 2 : 1;
  }
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Fills a text up to a width. */
function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Rows of cells as lines in which the cells of a column begin at the same place; the last cell of a row is not filled up. */
export function align(rows: readonly (readonly string[])[], gap = '  '): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, i) => (i < row.length - 1 ? pad(cell, widths[i] ?? 0) : cell))
      .join(gap)
      .trimEnd(),
  );
}
