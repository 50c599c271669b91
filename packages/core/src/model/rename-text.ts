/** A path as `--rename` and `@renamed` read it: names with a dot, an equals sign, a quote or a space in it in double quotes. */
export function writePath(parts: readonly string[]): string {
  return parts.map((part) => (/^[\p{L}\p{N}_$]+$/u.test(part) ? part : `"${part.replaceAll('"', '""')}"`)).join('.');
}

/** The flag that declares a rename, as it is typed into a shell. */
export function renameFlag(from: readonly string[], to: readonly string[]): string {
  return `--rename ${shellWord(`${writePath(from)}=${writePath(to)}`)}`;
}

/** The flag that says that something is new, as it is typed into a shell. */
export function newFlag(to: readonly string[]): string {
  return `--not-renamed ${shellWord(writePath(to))}`;
}

/** The field of a document that declares a rename. */
export function renameField(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(name);
  return `renamedFrom: ${isPlain ? name : JSON.stringify(name)}`;
}

/** The comment in SQL that declares it. */
export function renameComment(name: string): string {
  return `-- @renamed from=${writePath([name])}`;
}

function shellWord(text: string): string {
  return /["\s$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : text;
}
