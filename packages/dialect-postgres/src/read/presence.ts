/** Catalogues of which it is asked whether anything is in them that a database does not have from the start. */
const catalogues = [
  'pg_am',
  'pg_amop',
  'pg_amproc',
  'pg_cast',
  'pg_collation',
  'pg_conversion',
  'pg_default_acl',
  'pg_event_trigger',
  'pg_extension',
  'pg_foreign_data_wrapper',
  'pg_foreign_server',
  'pg_language',
  'pg_opclass',
  'pg_operator',
  'pg_opfamily',
  'pg_policy',
  'pg_publication',
  'pg_statistic_ext',
  'pg_transform',
  'pg_ts_config',
  'pg_ts_dict',
  'pg_ts_parser',
  'pg_ts_template',
] as const;

/** Those that keep things of several sorts, with what tells them apart, and the columns that say of what is listed it is, where only some is read. */
const sorted = {
  pg_class: ['c.relkind', 'c.oid'],
  // Of a table or of a domain.
  pg_constraint: ["CASE WHEN c.conrelid <> 0 THEN c.contype ELSE 'd' END", 'c.conrelid', 'c.contypid'],
  pg_proc: ['c.prokind', 'c.oid'],
  // A view has a rule that makes it one.
  pg_rewrite: ["CASE WHEN c.rulename = '_RETURN' THEN 'view' ELSE 'rule' END", 'c.ev_class'],
  // Those that look at foreign keys are the server's.
  pg_trigger: ["CASE WHEN c.tgisinternal THEN 'internal' ELSE 'own' END", 'c.tgrelid'],
  pg_type: ['c.typtype', 'c.oid'],
} as const;

/** A catalogue of which it is asked as a whole. */
export type Catalogue = (typeof catalogues)[number];

/** A catalogue; one with a sort of what it keeps; or one with something said of what is in it. */
export type Presence =
  | Catalogue
  | `${keyof typeof sorted} ${string}`
  | 'pg_inherits'
  | 'pg_depend x'
  | `comment ${string}`;

/** What a database has and not every one. What nothing can be found of is not looked for: mostly it is the question that takes the server's time. */
export type Present = ReadonlySet<Presence>;

/** What no database has from the start. */
export const firstNumber = 16384;

/** Whether there is any of these; of nothing in particular there is always some. */
export function hasAny(present: Present, wanted: readonly Presence[] | undefined): boolean {
  return wanted === undefined || wanted.some((each) => present.has(each));
}

/** A SELECT of what is kept in one of these catalogues, and of what is always there where none is named. */
export interface Arm {
  readonly of?: readonly Presence[];
  readonly select: string;
}

/** Puts together those that may find something; undefined where none may. */
export function unionOf(arms: readonly Arm[], present: Present): string | undefined {
  const wanted = arms.filter(({ of }) => hasAny(present, of)).map(({ select }) => select.trim());
  return wanted.length === 0 ? undefined : wanted.join('\nUNION ALL\n');
}

/** A row of what is present. */
export interface PresenceRow {
  readonly what: Presence;
}

/**
 * What is there, as one query, for all schemas at once. That of extensions counts as well: what is asked for nothing finds nothing. What a database has from the start is of
 * the server's own schemas, but for the schema public.
 */
export const presenceQuery = presence(() => `c.oid >= ${firstNumber}`);

/** The same of what has these numbers, or lies in it, and of what lies in no schema: of thousands of schemas, nobody wants to look at all for one. */
export const presenceOfFewQuery = presence((columns) =>
  columns.map((column) => `${column} = ANY ($1::oid[])`).join(' OR '),
);

function presence(isRead: (columns: readonly string[]) => string): string {
  return [
    ...catalogues.map(
      (catalogue) =>
        `SELECT '${catalogue}' AS what WHERE EXISTS (SELECT FROM ${catalogue} c WHERE c.oid >= ${firstNumber})`,
    ),
    ...Object.entries(sorted).map(
      ([catalogue, [sort, ...columns]]) =>
        `SELECT format('${catalogue} %s', sort) FROM (SELECT DISTINCT ${sort} AS sort FROM ${catalogue} c WHERE ${isRead(columns)}) AS found`,
    ),
    "SELECT 'pg_inherits' WHERE EXISTS (SELECT FROM pg_inherits)",
    // One that every database has can be depended on as well.
    `SELECT 'pg_depend x' WHERE EXISTS (
  SELECT FROM pg_extension e
  JOIN pg_depend d ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
  WHERE d.deptype = 'x'
)`,
    `SELECT format('comment %s', found.classoid::regclass) FROM (
  SELECT DISTINCT d.classoid FROM pg_description d WHERE d.objoid >= ${firstNumber}
) AS found`,
  ].join('\nUNION ALL\n');
}
