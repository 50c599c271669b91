/** Compiles a pattern in which `*` stands for any characters and `?` for one. */
export function globTest(
  glob: string,
  { anyCase = false }: { readonly anyCase?: boolean } = {},
): (name: string) => boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${pattern}$`, anyCase ? 'isu' : 'su');
  return (name) => expression.test(name);
}
