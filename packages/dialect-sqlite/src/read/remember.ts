/** How much text is remembered at the most, in characters. */
const capacity = 16 * 1024 * 1024;

/**
 * A reader that remembers what it read. Both sides of a diff, and the thousands of tenants of one application, hold the same texts; reading each once is most
 * of the work saved. What was used last is kept longest.
 */
export function remembering<T extends object>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let size = 0;
  return (text) => {
    const seen = known.get(text);
    if (seen) {
      known.delete(text);
      known.set(text, seen);
      return seen;
    }
    const value = read(text);
    known.set(text, value);
    size += text.length;
    for (const oldest of known.keys()) {
      if (size <= capacity) break;
      known.delete(oldest);
      size -= oldest.length;
    }
    return value;
  };
}

/** Keeps what was made last, and makes it again only where what it was made from is another. */
export class Last<T> {
  private made: { readonly from: unknown; readonly value: T } | undefined;

  get(from: unknown, make: () => T): T {
    if (this.made && Object.is(this.made.from, from)) return this.made.value;
    const value = make();
    this.made = { from, value };
    return value;
  }
}
