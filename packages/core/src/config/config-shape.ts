import { hazardClasses } from '../plan/hazards.js';
import {
  choice,
  count,
  either,
  fields,
  flag,
  json,
  list,
  map,
  orFunction,
  orList,
  type Shape,
  text,
  textOrSource,
} from './shape.js';

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

const labels = map(text);

/** What a list of tenants may say of one. */
export const tenantEntryShape: Shape = either(
  text,
  fields({ ...target, id: text, name: text, group: text, labels }, ['id']),
);

const fleet = fields({
  ...target,
  database: text,
  schema: text,
  keyspace: text,
  file: text,
  tenants: either(
    text,
    orList(list(tenantEntryShape), orFunction(fields({ ...target, query: text }, ['url', 'query']))),
  ),
  except: list(text),
  labels,
  groups: map(fields({ tenants: list(text), labels, to: text, exclude: list(text) })),
  to: text,
  exclude: list(text),
  maxConnections: count,
  beginPerSecond: count,
  retries: count,
});

/** What a config may say; the published JSON Schema says the same. */
export const configShape: Shape = fields({
  $schema: text,
  ...target,
  to: text,
  targets: map(fields(target)),
  profiles: map(fields({ ...target, ...defaults, target: text, to: text, confirm: choice('ask', 'name') })),
  fleets: map(fleet),
  defaults: fields(defaults),
  drivers: fields({ allow: list(text), use: map(text) }),
  snapshots: fields({
    store: text,
    credentials: fields({ accessKeyId: text, secretAccessKey: text, sessionToken: text }, [
      'accessKeyId',
      'secretAccessKey',
    ]),
  }),
  runs: fields(target, ['url']),
  audit: fields({ file: text }),
});
