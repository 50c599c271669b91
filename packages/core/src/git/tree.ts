/** What one line of `git ls-tree -z` says. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
  readonly path: string;
}

/** What `git ls-tree -z` lists. */
export function readTree(output: Buffer): readonly TreeEntry[] {
  return output
    .toString()
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', type = '', oid = ''] = line.slice(0, tab).split(' ');
      return { mode, type, oid, path: line.slice(tab + 1) };
    });
}

/** What `git mktree -z` is to read. */
export function writeTree(entries: readonly TreeEntry[]): string {
  return entries.map(({ mode, type, oid, path }) => `${mode} ${type} ${oid}\t${path}\0`).join('');
}

/** What `git cat-file --batch` gives of several objects, in their order; undefined for what is no blob, or is not there. */
export function readBatch(output: Buffer, count: number): readonly (Buffer | undefined)[] {
  let offset = 0;
  return Array.from({ length: count }, () => {
    const newline = output.indexOf(0x0a, offset);
    if (newline < 0) return undefined;
    const [, type, size] = output.toString('latin1', offset, newline).split(' ');
    if (size === undefined) {
      offset = newline + 1;
      return undefined;
    }
    const start = newline + 1;
    offset = start + Number(size) + 1;
    return type === 'blob' ? output.subarray(start, offset - 1) : undefined;
  });
}
