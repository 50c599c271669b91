import type { Driver } from '../../contract/driver.js';
import { titleOf } from '../../diff/kinds.js';
import type { DriftFound } from '../../engine-types.js';
import { shownName } from '../../inspect/shown-name.js';
import { partsOf } from '../../model/address.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';

/** Who changed what of some tenants; `of` names them where what is told with it is of others, too. */
export interface Traced extends Pick<DriftFound, 'traces'> {
  readonly of?: string;
}

/** Who last changed what, and when, as far as the server can say. */
export function traceLines(
  { traces, of }: Traced,
  { inspection, driver, paint }: Pick<DriftFound, 'inspection'> & { readonly driver: Driver; readonly paint: Paint },
): readonly string[] {
  const lines = [...traces].flatMap(([address, { by, at, how }]) => {
    const object = inspection.catalogue.get(address);
    const name = object ? shownName(object, driver) : partsOf(address).parts.join('.');
    const facts = [...(by === undefined ? [] : [`${how} ${by}`]), ...(at === undefined ? [] : [`last changed ${at}`])];
    return facts.length === 0
      ? []
      : [`  ${titleOf(partsOf(address).kind, driver)} ${visible(name)}: ${visible(facts.join(', '))}`];
  });
  const title = `By whom${of === undefined ? '' : ` (${of})`}, as far as the server says`;
  return lines.length === 0 ? [] : [[paint.bold(title), ...lines].join('\n')];
}
