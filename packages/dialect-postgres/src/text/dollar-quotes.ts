/** A text between dollar quotes that end nowhere inside of it, not even with a dollar sign at its end. */
export function inDollars(text: string, name: string): string {
  for (let n = 0; ; n++) {
    const quotes = `$${name}${n === 0 ? '' : n}$`;
    if (!`${text}$`.includes(quotes)) return `${quotes}${text}${quotes}`;
  }
}
