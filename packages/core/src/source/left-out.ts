import type { Driver } from '../contract/driver.js';
import { excluder, type Ownership } from '../inspect/ownership.js';
import { managedSchemas, type SchemaChoice } from '../inspect/schemas.js';
import { shownName } from '../inspect/shown-name.js';
import type { Catalogue } from '../model/catalogue.js';
import { counted } from '../model/counted.js';
import type { SchemaObject } from '../model/object.js';
import type { Compiled, SourceWarning } from './compiled.js';

interface Choice extends Pick<Ownership, 'exclude'> {
  readonly schemas?: SchemaChoice;
}

/** A desired state with a warning of what is excluded of it or lies in other schemas: a state that asks for less than somebody wrote must say so. */
export function withLeftOut(goal: Compiled, choice: Choice, driver: Driver): Compiled {
  const excluded = leftOut(goal, choice);
  const outside = elsewhere(goal, choice, driver).filter((object) => !excluded.includes(object));
  const warnings = [
    ...warningOf(excluded, 'excluded and left out', goal, driver),
    ...warningOf(outside, `in no schema of --schema ${choice.schemas?.toString()} and left out`, goal, driver),
  ];
  return warnings.length === 0 ? goal : { ...goal, warnings: [...goal.warnings, ...warnings] };
}

/** A desired state with a warning of the seed rows that it has, for whoever does not take them in. */
export function withSeedsLeftOut(goal: Compiled): Compiled {
  const rows = goal.seeds.reduce((sum, seed) => sum + seed.rows.length, 0);
  if (rows === 0) return goal;
  const tables = [...new Set(goal.seeds.map(({ table }) => table))];
  const more = tables.length > namedAtMost ? ` and ${tables.length - namedAtMost} more` : '';
  const message = `${counted(rows, 'seed row')} of ${tables.slice(0, namedAtMost).join(', ')}${more} ${rows === 1 ? 'is' : 'are'} left out: --with seeds takes them in`;
  return { ...goal, warnings: [...goal.warnings, { at: goal.origin, message }] };
}

const namedAtMost = 5;

function warningOf(
  left: readonly SchemaObject[],
  why: string,
  { origin }: Compiled,
  driver: Driver,
): readonly SourceWarning[] {
  if (left.length === 0) return [];
  const titles = new Map(driver.kinds.map(({ kind, title }) => [kind, title ?? kind]));
  const named = left
    .slice(0, namedAtMost)
    .map((object) => `${titles.get(object.kind) ?? object.kind} ${shownName(object, driver)}`);
  const more = left.length - named.length;
  const names = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  const be = left.length === 1 ? 'is' : 'are';
  return [{ at: origin, message: `${counted(left.length, 'object')} of the desired state ${be} ${why}: ${names}` }];
}
/** What of a desired state lies in no schema that was asked for: what lies in nothing else stands for all that is in it. */
function elsewhere(
  { catalogue, kept }: Pick<Compiled, 'catalogue' | 'kept'>,
  { schemas }: Choice,
  driver: Driver,
): readonly SchemaObject[] {
  const managed = managedSchemas(schemas, driver);
  if (!managed) return [];
  const { fold } = driver.dialect;
  const names = new Set(managed.map(fold));
  return [...catalogue, ...(kept ?? [])].filter((object) => {
    const schema = object.parent === undefined ? driver.schemaOf?.(object) : undefined;
    return schema !== undefined && !names.has(fold(schema));
  });
}

/** What is excluded of a desired state, with all that lies in it. A snapshot holds that still, a state that was built holds it apart. */
export function leftOut(
  { catalogue, kept }: Pick<Compiled, 'catalogue' | 'kept'>,
  { exclude = [] }: Pick<Ownership, 'exclude'>,
): readonly SchemaObject[] {
  if (exclude.length === 0) return [];
  const excludes = excluder({ exclude });
  const isLeftOut = ({ address, parent }: SchemaObject): boolean => {
    if (excludes.object(address) !== undefined) return true;
    const around = parent === undefined ? undefined : found(parent, catalogue, kept);
    return around !== undefined && isLeftOut(around);
  };
  return [...catalogue, ...(kept ?? [])].filter(isLeftOut);
}

function found(address: SchemaObject['address'], ...catalogues: readonly (Catalogue | undefined)[]) {
  for (const catalogue of catalogues) {
    const object = catalogue?.get(address);
    if (object) return object;
  }
  return undefined;
}
