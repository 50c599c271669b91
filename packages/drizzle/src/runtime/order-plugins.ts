import { is, Table } from 'drizzle-orm';
import { requireSchema, tablesReferredBy } from './declared.js';
import { migratorError } from './errors.js';
import type { MigrateOptions, PluginSchema } from './options.js';

/** A plugin with what it declares. */
export interface Plugin extends MigrateOptions {
  readonly name: string;
  readonly schema: PluginSchema;
}

/** The plugins in an order in which each comes after those that its foreign keys lead to, and after those that take tables over from it; otherwise as they are given. */
export function orderPlugins(plugins: readonly Plugin[]): readonly Plugin[] {
  requireOnce(plugins);
  const owners = new Map<unknown, Plugin>();
  for (const plugin of plugins)
    for (const value of Object.values(plugin.schema))
      if (is(value, Table) && !owners.has(value)) owners.set(value, plugin);
  const takers = new Map<string, Plugin[]>();
  for (const plugin of plugins)
    for (const other of Object.values(plugin.takes ?? {})) takers.set(other, [...(takers.get(other) ?? []), plugin]);
  const needs = new Map(
    plugins.map((plugin) => [
      plugin,
      new Set([
        ...(takers.get(plugin.name) ?? []),
        ...Object.values(plugin.schema)
          .flatMap((value) => tablesReferredBy(value).map((table) => owners.get(table)))
          .filter((owner) => owner !== undefined && owner !== plugin),
      ]),
    ]),
  );
  const ordered: Plugin[] = [];
  const done = new Set<Plugin>();
  const under: Plugin[] = [];
  const visit = (plugin: Plugin): void => {
    if (done.has(plugin)) return;
    if (under.includes(plugin)) throw circle([...under.slice(under.indexOf(plugin)), plugin]);
    under.push(plugin);
    for (const needed of needs.get(plugin) ?? []) if (needed) visit(needed);
    under.pop();
    done.add(plugin);
    ordered.push(plugin);
  };
  for (const plugin of plugins) visit(plugin);
  return ordered;
}

/** Refuses a plugin that declares nothing, and one that is given twice: each of the two would take away what the other declares. */
function requireOnce(plugins: readonly Plugin[]): void {
  const seen = new Set<string>();
  for (const { name, schema } of plugins) {
    requireSchema(name, schema);
    if (seen.has(name))
      throw migratorError('USAGE', 'it is given twice', 'Give each plugin once, with all that it declares.', {
        plugin: name,
      });
    seen.add(name);
  }
}

function circle(plugins: readonly Plugin[]) {
  return migratorError(
    'PLAN_CYCLE',
    `the foreign keys of plugins lead in a circle: ${plugins.map(({ name }) => name).join(' → ')}`,
    'Move the tables that need each other into one plugin.',
    { plugins: plugins.map(({ name }) => name) },
  );
}
