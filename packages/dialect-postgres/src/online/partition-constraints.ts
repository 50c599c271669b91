import { partsOf, type RenderContext, type StepDraft, address as toAddress } from '@sync/core';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { addThenValidate, type NewConstraint } from './constraint-steps.js';
import { buildIndexOnline } from './index-steps.js';
import { type KeyParts, keyParts } from './key-parts.js';
import { newName } from './marks.js';
import { indexOfPartition, leavesOf, type Partition } from './partitions.js';
import { besideConstraint } from './replaced.js';

type Drafts = readonly StepDraft[] | undefined;

/** Builds the index of a key for each partition while rows are written, makes keys of them, and one of these; undefined where the server can do it only at once. */
export function addKeyOfPartitions(
  added: NewConstraint,
  index: string,
  partitions: readonly Partition[] | undefined,
): Drafts {
  const parts = keyParts(added.definition);
  if (!parts || !partitions) return undefined;
  const builds = leavesOf(partitions).map((leaf) => {
    const own = indexOfPartition(leaf, added.name);
    const name = quoteName(partsOf(own).parts.at(-1) ?? '');
    const text = `CREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${qualified(leaf)} ${parts.index}`;
    const summary = `build the index of partition ${shown(leaf)} to ${added.summary}`;
    return buildIndexOnline(summary, text, qualifiedAt(own));
  });
  const whole = `ALTER TABLE ONLY ${added.table} ADD CONSTRAINT ${quoteName(added.name)} ${added.definition}`;
  const join = [whole, ...partitions.flatMap((each) => joinKey(each, index, added, parts))];
  return [...builds, { summary: added.summary, sql: join.map((text) => ({ text })), apart: true }];
}

function joinKey(
  { table, partitions }: Partition,
  above: string,
  added: NewConstraint,
  parts: KeyParts,
): readonly string[] {
  const own = indexOfPartition(table, added.name);
  const name = quoteName(partsOf(own).parts.at(-1) ?? '');
  const at = qualifiedAt(own);
  const rest = parts.rest === '' ? '' : ` ${parts.rest}`;
  const key =
    table.spec.partitionBy === undefined
      ? [`ALTER TABLE ${qualified(table)} ADD CONSTRAINT ${name} ${parts.type} USING INDEX ${name}${rest}`]
      : [
          `ALTER TABLE ONLY ${qualified(table)} ADD CONSTRAINT ${name} ${added.definition}`,
          ...partitions.flatMap((each) => joinKey(each, at, added, parts)),
        ];
  return [...key, `ALTER INDEX ${above} ATTACH PARTITION ${at}`];
}

/** Validates a foreign key partition by partition: the server, which up to 17 takes none of a partitioned table unvalidated, finds them there and looks at no row. */
export function addForeignKeyOfPartitions(added: NewConstraint, partitions: readonly Partition[] | undefined): Drafts {
  if (!partitions) return undefined;
  const parts = leavesOf(partitions).map((leaf) => validateFor(leaf, added, added.name));
  return [...parts, { summary: added.summary, sql: [{ text: addWhole(added) }], apart: true }];
}

/** The same for a key that takes the place of another one of its name: its partitions have theirs under other names until that goes. */
export function exchangeForeignKeyOfPartitions(
  added: NewConstraint,
  partitions: readonly Partition[] | undefined,
  { goal }: Pick<RenderContext, 'goal'>,
): Drafts {
  if (!partitions) return undefined;
  const { name, summary } = added;
  const leaves = leavesOf(partitions);
  const besides = leaves.map(({ address }) =>
    besideConstraint(toAddress('postgres/constraint', ...partsOf(address).parts, name)),
  );
  if (besides.some((each) => goal.has(each))) return addForeignKeyOfPartitions(added, partitions);
  const fresh = newName(name);
  const parts = leaves.map((leaf, i) => ({
    ...validateFor(leaf, added, fresh),
    early: true as const,
    after: besides.slice(i, i + 1).map((address) => ({ verb: 'drop' as const, address })),
  }));
  const names = leaves.map(
    (leaf) => `ALTER TABLE ${qualified(leaf)} RENAME CONSTRAINT ${quoteName(fresh)} TO ${quoteName(name)}`,
  );
  return [...parts, { summary, sql: [...names, addWhole(added)].map((text) => ({ text })), apart: true }];
}

function validateFor(leaf: Partition['table'], added: NewConstraint, name: string): StepDraft {
  const summary = `${added.summary}, for partition ${shown(leaf)}`;
  return addThenValidate({ ...added, name, table: qualified(leaf), summary }, 'f');
}

function addWhole({ table, name, definition }: NewConstraint): string {
  return `ALTER TABLE ${table} ADD CONSTRAINT ${quoteName(name)} ${definition}`;
}
