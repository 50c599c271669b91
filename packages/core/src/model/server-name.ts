/** A server for people: the product with its version. */
export function serverName({
  product,
  version,
}: {
  readonly product: string;
  readonly version: readonly number[];
}): string {
  return `${product} ${version.join('.')}`;
}
