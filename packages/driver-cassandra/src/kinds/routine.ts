/** `plus(int, int)`: what tells overloads apart. */
export function signatureOf(name: string, types: readonly string[]): string {
  return `${name}(${types.join(', ')})`;
}

/** The name alone. */
export function bareOf(signature: string): string {
  return signature.slice(0, signature.indexOf('('));
}

/** Functions of a keyspace refer to types as values, which are frozen: it goes without saying, and the server refuses to hear it. */
export function unfrozen(type: string): string {
  const [, inner] = /^frozen<(.*)>$/.exec(type) ?? [];
  return inner ?? type;
}
