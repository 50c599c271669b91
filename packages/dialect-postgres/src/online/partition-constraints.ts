import { partsOf, type StepDraft } from '@sync/core';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { addThenValidate, type NewConstraint } from './constraint-steps.js';
import { buildIndexOnline } from './index-steps.js';
import { type KeyParts, keyParts } from './key-parts.js';
import { indexOfPartition, leavesOf, type Partition } from './partitions.js';

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
  const { name, definition, table, summary } = added;
  const parts = leavesOf(partitions).map((leaf) =>
    addThenValidate({ ...added, table: qualified(leaf), summary: `${summary}, for partition ${shown(leaf)}` }, 'f'),
  );
  const whole = `ALTER TABLE ${table} ADD CONSTRAINT ${quoteName(name)} ${definition}`;
  return [...parts, { summary, sql: [{ text: whole }], apart: true }];
}
