import type { RenameHint } from '@sync/core';

/** A rename as `--rename` writes it, or with its parts listed where a name has a dot or an equals sign in it. */
export type RenameText = string | { readonly from: readonly string[]; readonly to: readonly string[] };

/** Reads a rename: `people=users`, `users.mail=users.email`. */
export function renameHint(text: RenameText): RenameHint {
  if (typeof text !== 'string') return { at: 'the test', from: text.from, to: text.to };
  const [from, to, ...rest] = text.split('=');
  if (!from || !to || rest.length > 0) throw new TypeError(`a rename is written old=new, not ${text}`);
  return { at: 'the test', from: from.split('.'), to: to.split('.') };
}
