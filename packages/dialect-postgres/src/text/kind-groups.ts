/** Tables and whatever else is read as one. */
export const relationKinds: ReadonlySet<string> = new Set([
  'table',
  'view',
  'postgres/materialized-view',
  'postgres/foreign-table',
]);

/** Types that stand by themselves, which columns can be of. */
export const typeKinds: ReadonlySet<string> = new Set([
  'postgres/enum',
  'postgres/domain',
  'postgres/composite-type',
  'postgres/range-type',
]);

/** What is called, and told apart by the types that it takes. */
export const routineKinds: ReadonlySet<string> = new Set([
  'postgres/function',
  'postgres/procedure',
  'postgres/aggregate',
]);
