import fc from 'fast-check';

type Made<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** Choices are numbers without meaning until they are made among what is there, so that any list of them is valid and shrinks. */
const choice = fc.nat({ max: 999 });
const seldom = (arbitrary: fc.Arbitrary<number>, weight = 5) =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const sometimes = (arbitrary: fc.Arbitrary<number>) => seldom(arbitrary, 2);
const rarely = fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

/** A column, still to be fitted into a table. */
export const columnDraft = fc.record({
  name: choice,
  type: choice,
  notNull: sometimes(choice),
  default: sometimes(choice),
  collation: seldom(choice),
  check: seldom(choice),
  generated: seldom(choice, 8),
  stored: fc.boolean(),
});

/** A primary key or a UNIQUE constraint. */
export const keyDraft = fc.record({
  columns: fc.array(choice, { minLength: 1, maxLength: 3 }),
  descending: seldom(choice),
  collation: seldom(choice, 8),
  conflict: seldom(choice, 8),
  name: seldom(choice),
  autoincrement: fc.boolean(),
  inline: fc.boolean(),
});

export const checkDraft = fc.record({ name: seldom(choice), first: choice, second: choice, template: choice });

export const foreignKeyDraft = fc.record({
  name: seldom(choice),
  parent: choice,
  target: choice,
  columns: fc.array(choice, { minLength: 3, maxLength: 3 }),
  bare: rarely,
  actions: choice,
});

export const tableDraft = fc.record({
  is: fc.constant('table' as const),
  name: choice,
  columns: fc.array(columnDraft, { minLength: 1, maxLength: 6 }),
  strict: rarely,
  withoutRowid: rarely,
  key: fc.option(keyDraft, { freq: 4 }),
  rowid: sometimes(choice),
  uniques: fc.array(keyDraft, { maxLength: 2 }),
  checks: fc.array(checkDraft, { maxLength: 2 }),
  foreignKeys: fc.array(foreignKeyDraft, { maxLength: 2 }),
});

export const indexDraft = fc.record({
  is: fc.constant('index' as const),
  name: choice,
  table: choice,
  unique: rarely,
  terms: fc.array(fc.record({ column: choice, template: choice, suffix: choice }), { minLength: 1, maxLength: 3 }),
  where: sometimes(choice),
  whereColumn: choice,
});

export const viewDraft = fc.record({
  is: fc.constant('view' as const),
  name: choice,
  sources: fc.array(choice, { minLength: 1, maxLength: 2 }),
  members: fc.array(fc.record({ name: choice, source: choice, column: choice, template: choice }), { maxLength: 4 }),
  listed: fc.boolean(),
  tail: choice,
  tailColumn: choice,
});

export const triggerDraft = fc.record({
  is: fc.constant('trigger' as const),
  name: choice,
  on: choice,
  event: choice,
  of: fc.array(choice, { maxLength: 2 }),
  when: sometimes(choice),
  column: choice,
  body: fc.array(fc.record({ table: choice, column: choice, own: choice, template: choice }), {
    minLength: 1,
    maxLength: 2,
  }),
});

export const virtualDraft = fc.record({
  is: fc.constant('virtual' as const),
  name: choice,
  module: choice,
  columns: fc.array(choice, { minLength: 1, maxLength: 3 }),
  options: choice,
  content: sometimes(choice),
});

export type ColumnDraft = Made<typeof columnDraft>;
export type KeyDraft = Made<typeof keyDraft>;
export type CheckDraft = Made<typeof checkDraft>;
export type ForeignKeyDraft = Made<typeof foreignKeyDraft>;
export type TableDraft = Made<typeof tableDraft>;
export type IndexDraft = Made<typeof indexDraft>;
export type ViewDraft = Made<typeof viewDraft>;
export type TriggerDraft = Made<typeof triggerDraft>;
export type VirtualDraft = Made<typeof virtualDraft>;

/** A whole schema. Tables come first in it, since everything else is about them. */
export const schemaDraft = fc.record({
  tables: fc.array(tableDraft, { minLength: 1, maxLength: 4 }),
  others: fc.array(fc.oneof(indexDraft, indexDraft, viewDraft, triggerDraft, virtualDraft), { maxLength: 6 }),
});

export type SchemaDraft = Made<typeof schemaDraft>;

const thingDraft = fc.oneof(tableDraft, indexDraft, indexDraft, viewDraft, triggerDraft, virtualDraft);

/** Edits of tables that stay: what somebody does to a schema in a day's work. */
const tableEdit = fc.oneof(
  fc.record({ edit: fc.constant('add-column' as const), column: columnDraft, place: choice }),
  fc.record({ edit: fc.constant('drop-column' as const), column: choice }),
  fc.record({ edit: fc.constant('move-column' as const), column: choice, place: choice }),
  fc.record({
    edit: fc.constant('change-column' as const),
    column: choice,
    what: fc.constantFrom('type', 'notNull', 'default', 'collation', 'check', 'generated'),
    from: columnDraft,
  }),
  fc.record({
    edit: fc.constant('change-key' as const),
    key: fc.option(keyDraft, { freq: 4 }),
    rowid: sometimes(choice),
  }),
  fc.record({ edit: fc.constant('uniques' as const), uniques: fc.array(keyDraft, { maxLength: 2 }) }),
  fc.record({ edit: fc.constant('checks' as const), checks: fc.array(checkDraft, { maxLength: 2 }) }),
  fc.record({ edit: fc.constant('foreign-keys' as const), foreignKeys: fc.array(foreignKeyDraft, { maxLength: 2 }) }),
  fc.record({ edit: fc.constant('toggle' as const), what: fc.constantFrom('strict', 'withoutRowid') }),
);

/** One edit of a schema; `at` chooses what it is about. */
export const editDraft = fc.oneof(
  { weight: 6, arbitrary: fc.record({ op: fc.constant('table' as const), at: choice, edit: tableEdit }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('add' as const), thing: thingDraft }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('drop' as const), at: choice }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('again' as const), at: choice, thing: thingDraft }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('rename' as const), at: choice, name: choice }) },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant('rename-column' as const), at: choice, column: choice, name: choice }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('swap-names' as const), at: choice, other: choice }) },
);

export type EditDraft = Made<typeof editDraft>;
export type TableEdit = Made<typeof tableEdit>;

/** Renames, which are told to the planner. */
export const renameDraft = fc.oneof(
  fc.record({ op: fc.constant('rename' as const), at: choice, name: choice }),
  fc.record({ op: fc.constant('rename-column' as const), at: choice, column: choice, name: choice }),
);
