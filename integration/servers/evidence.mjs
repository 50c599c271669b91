import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a run leaves its evidence. */
export const evidenceFile = join(import.meta.dirname, '../.engines.json');

/** A run reports only the servers that it met itself. */
export function forgetServers(file = evidenceFile) {
  rmSync(file, { force: true });
}

/** Writes down what was started: the name, the version in the server's own words, and where it is, without a password. */
export function rememberServers(kept, file = evidenceFile) {
  const engines = Object.fromEntries(kept.map(({ name, facts }) => [name, entry(facts)]));
  writeFileSync(file, `${JSON.stringify(engines, null, 2)}\n`);
}

/** What the last run wrote down. */
export function rememberedServers() {
  return existsSync(evidenceFile) ? JSON.parse(readFileSync(evidenceFile, 'utf8')) : {};
}

function entry({ absent, url, version, method, keeper }) {
  if (absent !== undefined) return { present: false, reason: absent };
  return { present: true, version, method, url: withoutPassword(url), keeper };
}

function withoutPassword(text) {
  const url = new URL(text);
  url.password = '';
  for (const name of [...url.searchParams.keys()]) if (/pass|secret|token/i.test(name)) url.searchParams.delete(name);
  return url.href;
}
