import { partsOf, type RenderContext, type StepDraft, address as toAddress } from '@sync/core';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { addThenValidate, type NewConstraint } from './constraint-steps.js';
import { buildPartOnline, nameAt } from './index-steps.js';
import { type KeyParts, keyParts } from './key-parts.js';
import { newName } from './marks.js';
import type { PartPlaces } from './part-places.js';
import { leavesOf, type Partition } from './partitions.js';
import { besideConstraint } from './replaced.js';

type Drafts = readonly StepDraft[] | undefined;

/** Builds the index of a key for each partition while rows are written, and makes keys of them, and one of these; undefined where the server can do it only at once. */
export function addKeyOfPartitions(
  added: NewConstraint,
  index: string,
  partitions: readonly Partition[],
  places: PartPlaces,
): { readonly builds: readonly StepDraft[]; readonly join: StepDraft } | undefined {
  const parts = keyParts(added.definition);
  if (!parts) return undefined;
  const builds = leavesOf(partitions).map((leaf) =>
    buildPartOnline(leaf, places, {
      summary: `build the index of partition ${shown(leaf)} to ${added.summary}`,
      unique: true,
      definition: parts.index,
    }),
  );
  const whole = `ALTER TABLE ONLY ${added.table} ADD CONSTRAINT ${quoteName(added.name)} ${added.definition}`;
  const join = [whole, ...partitions.flatMap((each) => joinKey(each, index, { added, parts, places }))];
  return { builds, join: { summary: added.summary, sql: join.map((text) => ({ text })), apart: true } };
}

interface Joining {
  readonly added: NewConstraint;
  readonly parts: KeyParts;
  readonly places: PartPlaces;
}

function joinKey({ table, partitions }: Partition, above: string, joining: Joining): readonly string[] {
  const { added, parts, places } = joining;
  const own = places.place(table);
  const [name, built] = [own, places.building(table)].map((each) => quoteName(nameAt(each)));
  const at = qualifiedAt(own);
  const rest = parts.rest === '' ? '' : ` ${parts.rest}`;
  const key =
    table.spec.partitionBy === undefined
      ? [`ALTER TABLE ${qualified(table)} ADD CONSTRAINT ${name} ${parts.type} USING INDEX ${built}${rest}`]
      : [
          `ALTER TABLE ONLY ${qualified(table)} ADD CONSTRAINT ${name} ${added.definition}`,
          ...partitions.flatMap((each) => joinKey(each, at, joining)),
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
