import { SyncError } from '../errors.js';

/** A part of a rollout: so many tenants are dealt with before the next part begins. */
export interface Wave {
  readonly name: string;
  /** A number of tenants, a share of all up to 1, or all that are left. */
  readonly size: { readonly tenants: number } | { readonly share: number } | 'rest';
}

/** Reads `canary:1,5%,25%,rest`: each a number of tenants, a share of all of them, or what is left, with a name or without. */
export function readWaves(text: string): readonly Wave[] {
  const parts = text.split(',').map((part) => part.trim());
  const waves = parts.map((part, i): Wave => {
    const [, name = `${i + 1}`, size = ''] = /^(?:([^:]+):)?(.*)$/s.exec(part) ?? [];
    if (size === 'rest') return { name, size };
    const [, count, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(size) ?? [];
    const value = Number(count);
    if (count === undefined || value <= 0 || (percent === '%' ? value > 100 : !Number.isInteger(value)))
      throw unreadable(part);
    return { name, size: percent === '%' ? { share: value / 100 } : { tenants: value } };
  });
  if (waves.findIndex(({ size }) => size === 'rest') !== waves.length - 1) throw unreadable(text);
  return waves;
}

/** Deals items out to waves, in their order; a wave has one at least, as long as there are any. */
export function dealOut<T>(
  items: readonly T[],
  waves: readonly Wave[],
): readonly { readonly wave: Wave; readonly items: readonly T[] }[] {
  let at = 0;
  return waves
    .map((wave) => {
      const { size } = wave;
      const wanted =
        size === 'rest'
          ? items.length
          : 'share' in size
            ? Math.max(1, Math.round(items.length * size.share))
            : size.tenants;
      const some = items.slice(at, at + wanted);
      at += some.length;
      return { wave, items: some };
    })
    .filter((dealt) => dealt.items.length > 0);
}

/** One of each list in turn, so that whoever comes first is as different as can be. */
export function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}

function unreadable(text: string): SyncError {
  return new SyncError({
    code: 'USAGE',
    op: 'fleet',
    message: `${JSON.stringify(text)} is no wave`,
    hint: 'Write numbers of tenants, shares of all, and rest at the end: --waves canary:1,5%,25%,rest.',
  });
}
