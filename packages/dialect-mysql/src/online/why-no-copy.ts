import type { Address, Catalogue } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { bridgeKindName } from '../kinds/bridge/names.js';
import type { Referring } from '../kinds/table/alter.js';
import { changesInPlace } from '../kinds/table/costs.js';
import type { TableDifference } from '../kinds/table/difference.js';
import { fillsMoments } from '../kinds/table/filled-moments.js';
import { isMadeByCopy } from '../kinds/table/member-operations.js';
import { type ForeignKeySpec, isRequired, lostWith, type TableSpec } from '../kinds/table/spec.js';
import { foldMember } from '../text/names.js';
import { copyKey } from './copy-key.js';
import { isNumbered, type KeyOf } from './copy-keys.js';
import { keyAside } from './copy-names.js';
import { splitForCopy } from './copy-online.js';

/** What a copy depends on beside the table. */
export interface CopySurroundings {
  readonly base: Catalogue;
  readonly referring: Referring;
  /** Where an object of the goal is in the base. */
  origin(address: Address): Address;
}

/** Why a table cannot be copied while others write to it; undefined where it can. */
export function whyNoCopy(
  difference: TableDifference,
  { base, referring, origin }: CopySurroundings,
  flavour: Flavour,
): string | undefined {
  const { from, to } = difference;
  if (from.spec.engine !== changesInPlace || to.spec.engine !== changesInPlace)
    return 'rows can be locked in tables of InnoDB only';
  const lost = lostWith(from);
  if (lost.length > 0) return `a copy would be without ${lost.join(', ')}`;
  if ([from, to].some(({ spec }) => spec.period !== undefined))
    return 'what is written to it for a part of the time of its rows cannot be followed';
  if (referring.changing !== undefined) return referring.changing;
  const unseen = whyKeysCannotFollow(difference, referring.keys);
  if (unseen !== undefined) return unseen;
  if (flavour.namesChecksByTable && to.spec.checks.some(({ name }) => !isNumbered(name, to.name, 'chk')))
    return 'it has checks under names that its copy cannot have, too (let the server number them in a run of a quiet hour, and it can)';
  const within = base.children(origin(from.address));
  if (within.some(({ kind }) => kind === bridgeKindName)) return 'triggers keep columns of it in step';
  if (within.some(({ kind }) => kind === 'trigger'))
    return 'it has triggers, which would fire for its copy (where writes can do without them for a while, drop them in one run and make them again in another)';
  const required = splitForCopy(difference, flavour).copied.columns.added.find(isRequired);
  if (required) return `column ${required.name} has no default, and what rows have in it then only the server knows`;
  const late = splitForCopy(difference, flavour).rest.indexes.added.find(isMadeByCopy);
  if (late) return `the server makes unique index ${late.name}, which is over an expression, by a copy of its own`;
  if (!hasKeyOfCounter(splitForCopy(difference, flavour).copied.to.spec))
    return 'its counter gets a unique key over values that are there';
  const filled = difference.columns.changed.find((pair) => fillsMoments(pair, flavour));
  if (filled) return `rows without a value in ${filled.to.name} would get the moment at which they are copied`;
  if (!copyKey(difference)) return 'it has no primary key that stays as it is, or whose columns only get more room';
  return undefined;
}

/** Rows that a foreign key changes by itself are changed without any trigger: the copy has to have that key, too. */
function whyKeysCannotFollow(
  { from, to, foreignKeys }: TableDifference,
  referring: readonly KeyOf[],
): string | undefined {
  const going = new Set([...foreignKeys.dropped, ...foreignKeys.changed.map((pair) => pair.from)]);
  const isMoving = ({ onDelete, onUpdate }: ForeignKeySpec) => [onDelete, onUpdate].some((rule) => moving.has(rule));
  const silent = from.spec.foreignKeys.find((key) => isMoving(key) && (going.has(key) || key.table === to.name));
  if (silent) return `foreign key ${silent.name} changes rows of it by itself, which no trigger sees`;
  const long = [...from.spec.foreignKeys, ...referring.map(({ key }) => key)].find(
    ({ name }) => keyAside(name).length > longestName,
  );
  return long && `the name of foreign key ${long.name} is too long for another one beside it`;
}

const moving: ReadonlySet<string> = new Set(['CASCADE', 'SET NULL', 'SET DEFAULT']);

/** https://dev.mysql.com/doc/refman/9.7/en/identifier-length.html */
const longestName = 64;

/** The server takes a counter only where it leads a key: https://dev.mysql.com/doc/refman/9.7/en/example-auto-increment.html */
function hasKeyOfCounter({ columns, indexes }: TableSpec): boolean {
  const leading = new Set(indexes.map(({ parts }) => foldMember(parts[0]?.column ?? '')));
  return columns.every(({ name, autoIncrement }) => !autoIncrement || leading.has(foldMember(name)));
}
