import { changes, kept, rest } from './market/beside.mjs';
import { documents, rules, sums } from './market/sales.mjs';
import { attributes, entities, stores } from './market/things.mjs';

export function market() {
  return [
    ...stores(),
    ...attributes(),
    ...entities(),
    ...documents(),
    ...rules(),
    ...sums(),
    ...kept(),
    ...changes(),
    ...rest(),
  ];
}
