import type { Driver } from '../../contract/driver.js';
import type { Unmanaged } from '../../contract/kind.js';
import { titleOf } from '../../diff/kinds.js';
import { counted } from '../../model/counted.js';
import { grouped } from '../../model/grouped.js';
import { foldLine } from '../fold.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';
import { unmanagedText } from './difference-text.js';

/** How many of a kind are named where they are told beside something else. */
const namedAtMost = 3;

interface View {
  /** The width of the terminal. */
  readonly columns?: number | undefined;
  /** Each by itself, with the reason. */
  readonly verbose: boolean;
}

/** What a database holds and a plan leaves alone: how many of each kind, and a few names. Nothing where there is none. */
export function leftAloneText(
  unmanaged: readonly Unmanaged[],
  driver: Driver,
  paint: Paint,
  { columns = Number.POSITIVE_INFINITY, verbose }: View,
): readonly string[] {
  if (unmanaged.length === 0) return [];
  if (verbose) return [unmanagedText(unmanaged, driver, paint, columns)];
  const kinds = [...grouped(unmanaged, ({ kind }) => kind)].map(([kind, all]) => {
    const names = all
      .slice(0, namedAtMost)
      .map(({ name, in: around }) => visible(around === undefined ? name : `${around}.${name}`));
    const more = all.length > names.length ? ', …' : '';
    return `${counted(all.length, visible(titleOf(kind, driver)))} (${names.join(', ')}${more})`;
  });
  const line = `${paint.bold('Left alone')}: ${kinds.join(', ')}${paint.dim(' · --verbose tells why')}`;
  return [foldLine(line, columns)];
}
