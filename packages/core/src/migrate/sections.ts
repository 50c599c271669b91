/** What a line of a file says that is a mark of its tool: the words after it, and what begins there. */
export interface Mark {
  readonly way: 'up' | 'down';
  readonly words: string;
}

/** The parts of a file that marks in comments divide: what stands before the first of them is in none. */
export function sectionsOf(
  text: string,
  markIn: (line: string) => Mark | undefined,
): Readonly<Partial<Record<'up' | 'down', { readonly text: string; readonly words: string }>>> {
  const found: Partial<Record<'up' | 'down', { text: string; words: string }>> = {};
  let current: { text: string; words: string } | undefined;
  for (const line of text.split(/(?<=\n)/)) {
    const mark = markIn(line);
    if (mark) {
      current = { text: '', words: mark.words };
      found[mark.way] = current;
    } else if (current) current.text += line;
  }
  return found;
}
