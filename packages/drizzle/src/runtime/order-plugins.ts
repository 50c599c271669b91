import { is, Table } from 'drizzle-orm';
import { requireName, requireSchema, tablesReferredBy } from './declared.js';
import { migratorError } from './errors.js';
import type { MigrateOptions, PluginSchema } from './options.js';
import { requirePluginOptions, told } from './require-options.js';

/** A plugin with what it declares. */
export interface Plugin extends MigrateOptions {
  readonly name: string;
  readonly schema: PluginSchema;
}

/** The plugins in an order in which each comes after those that its foreign keys lead to, and after those that take tables over from it; otherwise as they are given. */
export function orderPlugins(plugins: readonly Plugin[]): readonly Plugin[] {
  requirePlugins(plugins);
  const needs = needsOf(plugins);
  const ordered: Plugin[] = [];
  const done = new Set<Plugin>();
  const under: Plugin[] = [];
  const visit = (plugin: Plugin): void => {
    if (done.has(plugin)) return;
    if (under.includes(plugin)) throw circle([...under.slice(under.indexOf(plugin)), plugin]);
    under.push(plugin);
    for (const needed of needs.get(plugin) ?? []) visit(needed);
    under.pop();
    done.add(plugin);
    ordered.push(plugin);
  };
  for (const plugin of plugins) visit(plugin);
  return ordered;
}

/** Which of the plugins have to come before each: those of which nothing is needed are left out. */
function needsOf(plugins: readonly Plugin[]): ReadonlyMap<Plugin, ReadonlySet<Plugin>> {
  const owners = new Map<unknown, Plugin>();
  const takers = new Map<string, Plugin[]>();
  for (const plugin of plugins) {
    for (const value of Object.values(plugin.schema))
      if (is(value, Table) && !owners.has(value)) owners.set(value, plugin);
    for (const other of Object.values(plugin.takes ?? {})) takers.set(other, [...(takers.get(other) ?? []), plugin]);
  }
  const needs = new Map<Plugin, Set<Plugin>>();
  for (const plugin of plugins) {
    const needed = new Set(takers.get(plugin.name));
    for (const value of Object.values(plugin.schema))
      for (const table of tablesReferredBy(value)) {
        const owner = owners.get(table);
        if (owner && owner !== plugin) needed.add(owner);
      }
    if (needed.size > 0) needs.set(plugin, needed);
  }
  return needs;
}

const apart: ReadonlySet<string> = new Set(['name', 'schema']);

/** Refuses what is no plugin, one that declares nothing, and one that is given twice: each of the two would take away what the other declares. */
function requirePlugins(plugins: readonly Plugin[]): void {
  if (!Array.isArray(plugins)) throw noPlugin(`the plugins are ${told(plugins)}`);
  const seen = new Set<string>();
  for (const plugin of plugins as readonly Plugin[]) {
    if (typeof plugin !== 'object' || plugin === null) throw noPlugin(`one of the plugins is ${told(plugin)}`);
    const { name, schema } = plugin;
    requireName(name);
    requireSchema(name, schema);
    requirePluginOptions(plugin, apart);
    if (seen.has(name))
      throw migratorError('USAGE', 'it is given twice', 'Give each plugin once, with all that it declares.', {
        plugin: name,
      });
    seen.add(name);
  }
}

function noPlugin(message: string) {
  return migratorError('USAGE', message, "Give a list: [{ name: 'plugin-notes', schema: { notes } }, …].");
}

function circle(plugins: readonly Plugin[]) {
  return migratorError(
    'PLAN_CYCLE',
    `the foreign keys of plugins lead in a circle: ${plugins.map(({ name }) => name).join(' → ')}`,
    'Move the tables that need each other into one plugin.',
    { plugins: plugins.map(({ name }) => name) },
  );
}
