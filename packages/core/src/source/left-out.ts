import type { Driver } from '../contract/driver.js';
import { excluder, type Ownership } from '../inspect/ownership.js';
import { partsOf } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { counted } from '../model/counted.js';
import type { SchemaObject } from '../model/object.js';
import type { Compiled } from './compiled.js';

type Exclusion = Pick<Ownership, 'exclude'>;

/** A desired state with a warning of what is excluded of it: a state that asks for less than somebody wrote must say so. */
export function withLeftOut(goal: Compiled, ownership: Exclusion, driver: Driver): Compiled {
  const left = leftOut(goal, ownership);
  if (left.length === 0) return goal;
  const titles = new Map(driver.kinds.map(({ kind, title }) => [kind, title ?? kind]));
  const named = left.slice(0, namedAtMost).map(({ kind, name }) => `${titles.get(kind) ?? kind} ${name}`);
  const more = left.length - named.length;
  const names = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  const message = `${counted(left.length, 'object')} of the desired state ${left.length === 1 ? 'is' : 'are'} excluded and left out: ${names}`;
  return { ...goal, warnings: [...goal.warnings, { at: goal.origin, message }] };
}

const namedAtMost = 5;

/** What is excluded of a desired state, with all that lies in it. A snapshot holds that still, a state that was built holds it apart. */
export function leftOut(
  { catalogue, kept }: Pick<Compiled, 'catalogue' | 'kept'>,
  { exclude = [] }: Exclusion,
): readonly SchemaObject[] {
  if (exclude.length === 0) return [];
  const excludes = excluder({ exclude });
  const isLeftOut = ({ address, parent }: SchemaObject): boolean => {
    const { parts } = partsOf(address);
    if (excludes(parts.at(-1) ?? '', parts.join('.')) !== undefined) return true;
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
