import type { Flavour } from '@sync/dialect-mysql';

/** Why a server is not worked with, and what to do about it. */
export interface Unsupported {
  readonly message: string;
  readonly hint: string;
}

/** Why a server that calls itself so is not worked with by a driver; undefined where it is. The two print and plan differently, so that one is not taken for the other. */
export function whyUnsupported(
  text: string,
  { name, product, since }: Pick<Flavour, 'name' | 'product' | 'since'>,
): Unsupported | undefined {
  const found = /mariadb/i.test(text) ? 'mariadb' : 'mysql';
  if (found !== name) {
    return {
      message: `this server is no ${product}: it says that it is ${text}`,
      hint: `Use the driver ${found} for it: ${found}:// in the URL.`,
    };
  }
  const version = versionOf(text);
  const at = since.findIndex((number, i) => number !== (version[i] ?? 0));
  if (at < 0 || (version[at] ?? 0) > (since[at] ?? 0)) return undefined;
  return {
    message: `${product} ${text} is older than what is worked with: ${product} ${since.join('.')} is the oldest`,
    hint: `Upgrade the server to ${product} ${since.join('.')} or later. Nothing was read from it and nothing written.`,
  };
}

/** The numbers of a version: some servers put another one before their own, for the sake of old clients. */
export function versionOf(text: string): readonly number[] {
  return (/^\d+(\.\d+)*/.exec(text.replace(/^5\.5\.5-(?=\d)/, ''))?.[0] ?? '0').split('.').map(Number);
}
