/** Compiles a pattern in which `*` stands for any characters and `?` for one. */
export function globTest(
  glob: string,
  { anyCase = false }: { readonly anyCase?: boolean } = {},
): (name: string) => boolean {
  const expression = new RegExp(`^${globSource(glob)}$`, anyCase ? 'isu' : 'su');
  return (name) => expression.test(name);
}

/** Such a pattern as the source of a regular expression. */
export function globSource(glob: string): string {
  return glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
}
