import type { Driver } from '../../contract/driver.js';
import { titleOf } from '../../diff/kinds.js';
import type { DriftFound } from '../../engine-types.js';
import { shownName } from '../../inspect/shown-name.js';
import { partsOf } from '../../model/address.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';

/** Who last changed what, and when, as far as the server can say. */
export function traceLines({ traces, inspection }: DriftFound, driver: Driver, paint: Paint): readonly string[] {
  const lines = [...traces].flatMap(([address, { by, at, how }]) => {
    const object = inspection.catalogue.get(address);
    const name = object ? shownName(object, driver) : partsOf(address).parts.join('.');
    const facts = [...(by === undefined ? [] : [`${how} ${by}`]), ...(at === undefined ? [] : [`last changed ${at}`])];
    return facts.length === 0
      ? []
      : [`  ${titleOf(partsOf(address).kind, driver)} ${visible(name)}: ${visible(facts.join(', '))}`];
  });
  return lines.length === 0 ? [] : [[paint.bold('By whom, as far as the server says'), ...lines].join('\n')];
}
