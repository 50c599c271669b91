/** A path as `--rename` and `@renamed` read it: names with a dot, an equals sign, a quote or a space in it in double quotes. */
export function writePath(parts: readonly string[]): string {
  return parts.map((part) => (/^[\p{L}\p{N}_$]+$/u.test(part) ? part : `"${part.replaceAll('"', '""')}"`)).join('.');
}

/** The flag that declares a rename, as it is typed into a shell. */
export function renameFlag(from: readonly string[], to: readonly string[]): string {
  return `--rename ${shellWord(`${writePath(from)}=${writePath(to)}`)}`;
}

/** The comment in SQL that declares it. */
export function renameComment(name: string): string {
  return `-- @renamed from=${writePath([name])}`;
}

function shellWord(text: string): string {
  return /["\s$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : text;
}
