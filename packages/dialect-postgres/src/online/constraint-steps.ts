import type { Address, Leftovers, StepDraft } from '@sync/core';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import { buildIndexOnline } from './index-steps.js';
import { keyParts } from './key-parts.js';
import { quietly } from './waiting.js';

/** A constraint as these steps need it; the names of table and index are SQL. */
export interface NewConstraint {
  readonly name: string;
  readonly definition: string;
  readonly table: string;
  readonly summary: string;
}

/** What can be added before the rows are looked at, as the catalogue has it: a check, a foreign key, NOT NULL. */
export type Addable = 'c' | 'f' | 'n';

/** A constraint that was added and never validated. */
function unvalidated(table: string, name: string, type: Addable): Leftovers {
  return {
    find: {
      text: `
SELECT 1 AS found
FROM pg_catalog.pg_constraint
WHERE conrelid = pg_catalog.to_regclass(${quoteText(table)}) AND conname = ${quoteText(name)} AND contype = '${type}' AND NOT convalidated`.trim(),
    },
    remove: [{ text: `ALTER TABLE ${table} DROP CONSTRAINT ${quoteName(name)}` }],
  };
}

/** Adds a constraint for what is written from now on, then looks at the rows while others write; where one does not comply it goes again. */
export function addThenValidate({ name, definition, table, summary }: NewConstraint, type: Addable): StepDraft {
  return {
    summary,
    sql: [
      { text: `ALTER TABLE ${table} ADD CONSTRAINT ${quoteName(name)} ${definition} NOT VALID` },
      { text: `ALTER TABLE ${table} VALIDATE CONSTRAINT ${quoteName(name)}` },
    ],
    atomic: false,
    leftovers: unvalidated(table, name, type),
  };
}

/** Adds a constraint at once for what is written from now on, as one that was there until then, and looks at the rows when all is back. */
export function bringBack(
  { name, definition, table, summary }: NewConstraint,
  type: string,
  on: Address,
): readonly StepDraft[] {
  return [
    {
      summary,
      sql: [{ text: `ALTER TABLE ${table} ADD CONSTRAINT ${quoteName(name)} ${definition} NOT VALID` }],
      apart: true,
    },
    { ...validate(type, name, on), late: true },
  ];
}

/** Looks at the rows while others read and write. */
export function validate(type: string, name: string, table: Address): StepDraft {
  return quietly({
    summary: `validate ${type} ${name} of table ${shown({ address: table })}`,
    sql: [{ text: `ALTER TABLE ${qualifiedAt(table)} VALIDATE CONSTRAINT ${quoteName(name)}` }],
    apart: true,
  });
}

/** Builds the index of a key while rows are written, and makes a key of it, which gives it the key's name; undefined where the server can do it only at once. */
export function addKeyOnline(
  { name, definition, table, summary }: NewConstraint,
  index: string,
  { name: own, before }: { readonly name: string; readonly before: readonly string[] } = { name, before: [] },
): readonly StepDraft[] | undefined {
  const parts = keyParts(definition);
  if (!parts) return undefined;
  const build = `CREATE UNIQUE INDEX CONCURRENTLY ${quoteName(own)} ON ${table} ${parts.index}`;
  const rest = parts.rest === '' ? '' : ` ${parts.rest}`;
  return [
    buildIndexOnline(`build the index to ${summary}`, build, index),
    {
      summary,
      sql: [
        ...before.map((text) => ({ text })),
        {
          text: `ALTER TABLE ${table} ADD CONSTRAINT ${quoteName(name)} ${parts.type} USING INDEX ${quoteName(own)}${rest}`,
        },
      ],
      apart: true,
    },
  ];
}
