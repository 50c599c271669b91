import { type Address, address, type Driver, partsOf, type SchemaObject } from '@sync/core';
import type { PluginRecord } from './book-format.js';
import { migratorError } from './errors.js';
import { ownedByOthers, sharedKinds } from './homes-of.js';
import { type Session, watched } from './session.js';

/** What goes, of all that is there. */
interface Going {
  readonly plugin: string;
  readonly records: readonly PluginRecord[];
  /** What is to be dropped. */
  readonly gone: ReadonlySet<Address>;
  /** All that is the plugin's, which is changed along with that. */
  readonly owned: ReadonlySet<Address>;
}

/** Refuses to drop what something of somebody else's refers to, wherever in the database that lies, and tells all of it. */
export async function requireUnreferred(session: Session, { plugin, records, gone, owned }: Going): Promise<void> {
  if (gone.size === 0) return;
  const { catalogue } = await session.engine().inspect(session.tenant, watched(session));
  const owners = ownedByOthers(plugin, { records, driver: session.driver });
  // A place goes with the last of what lies in it, and what is nobody's stays.
  const nobodys = sharedKinds(session.driver);
  const stays = (at: Address) => partsOf(at).kind === 'schema' || nobodys.has(partsOf(at).kind);
  const found = new Map<Address, Address>();
  const topOf = (at: Address) => catalogue.get(at)?.parent ?? at;
  for (const object of catalogue) {
    const { address: at } = object;
    const top = topOf(at);
    const needed = [...object.needs, ...keysOf(object, session.driver)].find(
      (each) => gone.has(topOf(each)) && !stays(each),
    );
    if (needed !== undefined && !owned.has(at) && !owned.has(top)) found.set(top, topOf(needed));
  }
  if (found.size === 0) return;
  const referring = Array.from(found, ([by, to]) => ({ by, to, plugins: owners.get(by) ?? [] }));
  const lines = referring.map(({ by, to, plugins }) => {
    const whose = plugins.length > 0 ? ` of ${plugins.join(', ')}` : '';
    return `  ${by}${whose} refers to ${to}`;
  });
  throw migratorError(
    'PLAN_IMPOSSIBLE',
    `others refer to what would be dropped:\n${lines.join('\n')}`,
    'Nothing was touched. Reset or migrate the plugins first whose these are, or drop by hand what is nobody’s.',
    { plugin, referring },
  );
}

/** Where the foreign keys of a table lead that are a part of it: engines that build tables in any order do not say that it needs others. */
function keysOf(object: SchemaObject, { kinds, dialect }: Driver): readonly Address[] {
  const [kind] = kinds.filter((each) => each.kind === object.kind);
  const { foreignKeys } = kind?.relation?.(object) ?? { foreignKeys: [] };
  return foreignKeys.map(({ references }) => address('table', dialect.fold(references.table)));
}
