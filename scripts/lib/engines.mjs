import { rememberedServers } from '../../integration/servers/evidence.mjs';

/** One line for each engine: whether the tests met a real one, and if not, why. */
export function engineLines() {
  const engines = { sqlite: { present: true, version: 'embedded' }, ...rememberedServers() };
  return Object.entries(engines)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { present, version = '', method, reason = '' }]) => {
      const how = method === undefined ? '' : ` (${method})`;
      return `${name.padEnd(16)} ${present ? `present ${version}${how}` : `absent  ${reason}`}`.trimEnd();
    });
}
