import { inSchemas, notOfExtension, ofDatabase, type Part } from '../part.js';
import { type Arm, type Catalogue, firstNumber, type Presence, unionOf } from '../presence.js';
import { scratch } from './privileges.js';
import { unsaid } from './unsaid.js';

/** Something that is there and has no kind yet. */
export interface UncoveredRow {
  /** The schema that it lies in, or 0 for what is of the whole database. */
  readonly namespace: number;
  readonly kind: string;
  readonly name: string;
}

/** A catalogue, with what must be there for something to be found where that is not what it holds itself. */
type Kept =
  | { readonly catalogue: Catalogue; readonly of?: undefined }
  | { readonly catalogue: string; readonly of: readonly Presence[] };

type Source = Kept & {
  readonly kind: string;
  /** Where everybody may read it, if that is elsewhere, and what numbers it there. */
  readonly view?: string;
  readonly oid?: string;
  readonly name: string;
  readonly where?: string;
};

type InSchema = Source & { readonly namespace: string };

function presenceOf(kept: Kept): readonly Presence[] {
  return kept.of ?? [kept.catalogue];
}

/** What lies in a schema. */
const placed: readonly InSchema[] = [
  { kind: 'text search parser', catalogue: 'pg_ts_parser', namespace: 'prsnamespace', name: 'o.prsname' },
  { kind: 'text search template', catalogue: 'pg_ts_template', namespace: 'tmplnamespace', name: 'o.tmplname' },
  {
    kind: 'operator',
    catalogue: 'pg_operator',
    namespace: 'oprnamespace',
    name: "format('%s(%s)', o.oprname, concat_ws(', ', nullif(o.oprleft, 0)::regtype, nullif(o.oprright, 0)::regtype))",
  },
  {
    kind: 'operator class',
    catalogue: 'pg_opclass',
    namespace: 'opcnamespace',
    name: "format('%s using %s', o.opcname, (SELECT m.amname FROM pg_am m WHERE m.oid = o.opcmethod))",
  },
  {
    kind: 'operator family',
    catalogue: 'pg_opfamily',
    namespace: 'opfnamespace',
    name: "format('%s using %s', o.opfname, (SELECT m.amname FROM pg_am m WHERE m.oid = o.opfmethod))",
  },
  { kind: 'conversion', catalogue: 'pg_conversion', namespace: 'connamespace', name: 'o.conname' },
  {
    kind: 'base type',
    catalogue: 'pg_type',
    of: ['pg_type b', 'pg_type p'],
    namespace: 'typnamespace',
    name: 'o.typname',
    // The server makes a list type beside each, and marks a type that was only named so far.
    where:
      "o.typtype IN ('b', 'p') AND NOT EXISTS (SELECT FROM pg_type e WHERE e.oid = o.typelem AND e.typarray = o.oid)",
  },
];

/** What is of the whole database. Subscriptions show those who are no superuser nothing that numbers them. */
const databaseWide: readonly Source[] = [
  { kind: 'access method', catalogue: 'pg_am', name: 'o.amname' },
  { kind: 'foreign data wrapper', catalogue: 'pg_foreign_data_wrapper', name: 'o.fdwname' },
  {
    kind: 'user mapping',
    catalogue: 'pg_user_mapping',
    of: ['pg_foreign_server'],
    view: 'pg_user_mappings',
    oid: 'umid',
    name: "format('for %s server %s', o.usename, o.srvname)",
  },
  { kind: 'language', catalogue: 'pg_language', name: 'o.lanname' },
  {
    kind: 'transform',
    catalogue: 'pg_transform',
    name: "format('for %s language %s', o.trftype::regtype, (SELECT l.lanname FROM pg_language l WHERE l.oid = o.trflang))",
  },
];

/** What has a shape of its own. */
const others: readonly string[] = [
  `
SELECT 0::oid, 'subscription', s.subname::text
FROM pg_subscription s
JOIN pg_database b ON b.oid = s.subdbid
WHERE b.datname = current_database()`,
  `
SELECT
  0::oid,
  CASE WHEN s.setrole = 0 THEN 'setting' ELSE format('setting of role %s', pg_get_userbyid(s.setrole)) END,
  split_part(each.setting, '=', 1)
FROM pg_db_role_setting s
JOIN pg_database b ON b.oid = s.setdatabase
CROSS JOIN LATERAL unnest(s.setconfig) AS each (setting)
WHERE b.datname = current_database()`,
  `
SELECT 0::oid, format('security label by %s', l.provider), pg_describe_object(l.classoid, l.objoid, l.objsubid)
FROM pg_seclabel l`,
  `
SELECT 0::oid, 'comment', 'the database'
FROM pg_shdescription d
JOIN pg_database b ON b.oid = d.objoid
WHERE d.classoid = 'pg_database'::regclass AND b.datname = current_database()`,
  // There may be more than anybody wants to wait for.
  `
SELECT 0::oid, 'large objects', CASE WHEN count(*) > 1000 THEN 'more than 1000' ELSE count(*)::text END
FROM (SELECT FROM pg_largeobject_metadata LIMIT 1001) AS l
HAVING count(*) > 0`,
];

/** What GRANT was said of that has no kind, or is no object of a database. */
const privileges = (features: ReadonlySet<string>): readonly string[] => [
  ...[
    ['pg_language', 'language', 'lanname', 'lanacl'],
    ['pg_foreign_data_wrapper', 'foreign data wrapper', 'fdwname', 'fdwacl'],
  ].map(
    ([catalogue, what, name, acl]) => `
SELECT 0::oid, 'privileges', format('${what} %s', o.${name})
FROM ${catalogue} o
WHERE o.${acl} IS NOT NULL AND NOT EXISTS (
  SELECT FROM pg_init_privs i
  WHERE i.classoid = '${catalogue}'::regclass AND i.objoid = o.oid AND i.initprivs = o.${acl}
)`,
  ),
  `
SELECT 0::oid, 'privileges', 'the database'
FROM pg_database b
WHERE b.datname = current_database() AND b.datacl IS NOT NULL`,
  ...(features.has('parameter-privileges')
    ? [
        `SELECT 0::oid, 'privileges of the server', format('parameter %s', p.parname) FROM pg_parameter_acl p WHERE NOT ${scratch}`,
      ]
    : []),
];

function inSchemaArm(source: InSchema): Arm {
  const { kind, catalogue, namespace, name, where = 'true' } = source;
  const select = `
SELECT o.${namespace}, '${kind}', ${name}::text
FROM ${catalogue} o
WHERE ${inSchemas(`o.${namespace}`, 'o.oid')} AND ${where} AND ${notOfExtension(catalogue, 'o.oid')}`;
  return { of: presenceOf(source), select };
}

function databaseWideArm(source: Source): Arm {
  const { kind, catalogue, view = catalogue, oid = 'oid', name, where = 'true' } = source;
  const select = `
SELECT 0::oid, '${kind}', ${name}::text
FROM ${view} o
WHERE o.${oid} >= ${firstNumber} AND ${where} AND ${notOfExtension(catalogue, `o.${oid}`)}`;
  return { of: presenceOf(source), select };
}

const arms: readonly Arm[] = [
  ...placed.map(inSchemaArm),
  ...databaseWide.map(databaseWideArm),
  ...others.map((select) => ({ select })),
];

const stays = 'it is no difference, and is planned for where the table above loses it';

const reasons: Readonly<Record<string, string>> = {
  'own definition of inherited columns': stays,
  'own definition of inherited checks': stays,
  'pending detachment of partition':
    'DETACH PARTITION … CONCURRENTLY was stopped: a plan by which it leaves its table goes on with that (by hand: FINALIZE)',
  'user mapping': 'holds credentials, which are no part of a schema',
  subscription: 'holds how to reach another server, which is no part of a schema',
  'large objects': 'data, which no table holds',
  'privileges of the server': 'the server has them, with all of its databases',
};

/** Why something that has no kind is left alone. */
export function whyUncovered({ kind }: UncoveredRow): string {
  return reasons[kind] ?? 'not covered yet';
}

/** What is there and has no kind yet: seen and said, so that nobody takes silence for absence. */
export const uncovered: Part<UncoveredRow> = {
  name: 'uncovered',
  query: (features, asked, present) => {
    const granted = asked.has('grants') ? privileges(features).map((select) => ({ select })) : [];
    const found = unionOf([...arms, ...unsaid(features), ...granted], present);
    return (
      found && `SELECT *\nFROM (\n${found}\n) AS found (namespace, kind, name)\nWHERE ${ofDatabase}\nORDER BY 1, 2, 3`
    );
  },
};
