import fc from 'fast-check';

/** What a table has beside what every table here has. */
export interface TableDraft {
  readonly columns: Readonly<Record<string, ColumnDraft | null>>;
  readonly check: string | null;
  readonly unique: 'constraint' | 'index' | null;
  readonly index: string | null;
  readonly comment: string | null;
  readonly fillfactor: number | null;
}

interface ColumnDraft {
  readonly type: string;
  readonly default: boolean;
  readonly notNull: boolean;
}

/** A schema of PostgreSQL: each part is there or not, whatever the others are, and what stands on another takes what there is of it. */
export interface Draft {
  readonly labels: readonly string[];
  readonly domain: {
    readonly base: string;
    readonly default: boolean;
    readonly notNull: boolean;
    readonly check: string | null;
  };
  readonly attributes: readonly string[];
  readonly range: string;
  readonly sequence: { readonly type: string; readonly increment: number; readonly owned: boolean } | null;
  readonly first: TableDraft;
  readonly second: TableDraft;
  readonly identity: 'ALWAYS' | 'BY DEFAULT' | null;
  readonly generated: string | null;
  readonly reference: string | null;
  readonly parted: { readonly bounds: readonly number[]; readonly default: number; readonly own: number | null } | null;
  readonly heir: { readonly default: number | null; readonly comment: string | null } | null;
  readonly view: { readonly columns: number; readonly barrier: boolean; readonly above: boolean } | null;
  readonly materialized: { readonly where: boolean; readonly index: boolean } | null;
  readonly text: { readonly volatility: string; readonly result: number } | null;
  readonly body: number | null;
  readonly trigger: { readonly when: string; readonly of: boolean } | null;
  readonly policy: { readonly command: string; readonly using: string } | null;
  readonly statistics: string | null;
}

const types = [
  'integer',
  'bigint',
  'text',
  'varchar(20)',
  'numeric(10,2)',
  'mood',
  'd',
  'd[]',
  'pair',
  'timestamptz',
  'mood[]',
  'span',
  'jsonb',
];
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 2 });
const one = <T>(...of: readonly T[]) => fc.constantFrom(...of);

const column = maybe(fc.record({ type: one(...types), default: fc.boolean(), notNull: fc.boolean() }));
const table: fc.Arbitrary<TableDraft> = fc.record({
  columns: fc.record({ a: column, 'we"ird Näme': column, select: column }),
  check: maybe(one('id > 0', "name <> ''", 'id < 1000')),
  unique: maybe(one('constraint' as const, 'index' as const)),
  index: maybe(one('(name)', '(id DESC)', '(lower(name))', '(name) WHERE id > 5', 'USING hash (name)')),
  comment: maybe(one('says', "it's")),
  fillfactor: maybe(one(70, 80)),
});

const slots: { readonly [K in keyof Draft]: fc.Arbitrary<Draft[K]> } = {
  labels: one(['ok'], ['sad', 'ok'], ['ok', 'sad'], ['ok', 'it is', 'sad']),
  domain: fc.record({
    base: one('text', 'varchar(30)'),
    default: fc.boolean(),
    notNull: fc.boolean(),
    check: maybe(one("VALUE <> 'x'", 'length(VALUE) < 50')),
  }),
  attributes: one(['a integer'], ['a integer', 'b text'], ['b text', 'a bigint']),
  range: one('integer', 'numeric'),
  sequence: maybe(fc.record({ type: one('bigint', 'integer'), increment: one(1, 5), owned: fc.boolean() })),
  first: table,
  second: table,
  identity: maybe(one('ALWAYS' as const, 'BY DEFAULT' as const)),
  generated: maybe(one('id * 2', 'id + 1')),
  reference: maybe(one('', ' ON DELETE CASCADE', ' DEFERRABLE')),
  parted: maybe(
    fc.record({ bounds: fc.subarray([0, 100, 200, 300], { minLength: 1 }), default: one(1, 2), own: maybe(one(7, 8)) }),
  ),
  heir: maybe(fc.record({ default: maybe(one(3, 4)), comment: maybe(fc.constant('an heir')) })),
  view: maybe(fc.record({ columns: one(1, 2, 3), barrier: fc.boolean(), above: fc.boolean() })),
  materialized: maybe(fc.record({ where: fc.boolean(), index: fc.boolean() })),
  text: maybe(fc.record({ volatility: one('', 'STABLE', 'IMMUTABLE'), result: one(1, 2) })),
  body: maybe(one(1, 2)),
  trigger: maybe(fc.record({ when: one('BEFORE', 'AFTER'), of: fc.boolean() })),
  policy: maybe(fc.record({ command: one('ALL', 'SELECT'), using: one('id > 0', 'name IS NOT NULL') })),
  statistics: maybe(one('id, name', 'name, id')),
};

export const draft: fc.Arbitrary<Draft> = fc.record(slots);

/** A schema and what a few edits make of it. */
export const edited: fc.Arbitrary<readonly [before: Draft, after: Draft]> = fc
  .tuple(draft, draft, fc.subarray(Object.keys(slots) as (keyof Draft)[], { minLength: 1, maxLength: 6 }))
  .map(([before, other, names]) => [
    before,
    { ...before, ...Object.fromEntries(names.map((name) => [name, other[name]])) },
  ]);
