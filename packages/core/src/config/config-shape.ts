import { hazardClasses } from '../plan/hazards.js';
import { choice, count, either, fields, flag, json, list, map, type Shape, text, textOrSource } from './shape.js';

const target = { engine: text, url: text, password: textOrSource, settings: map(json) };

const defaults = {
  lockWaitMs: count,
  prove: flag,
  online: either(choice('always', 'never'), fields({ fromRows: count }, ['fromRows'])),
  exclude: list(text),
  with: list(text),
  allow: list(choice(...hazardClasses)),
  lenient: flag,
  scratch: text,
};

/** What a config may say; the published JSON Schema says the same. */
export const configShape: Shape = fields({
  $schema: text,
  ...target,
  to: text,
  targets: map(fields(target)),
  profiles: map(fields({ ...target, ...defaults, target: text, to: text, confirm: choice('ask', 'name') })),
  defaults: fields(defaults),
  drivers: fields({ allow: list(text), use: map(text) }),
  snapshots: fields({ store: text }),
  audit: fields({ file: text }),
});
