import { type Address, append, byCodeUnit, partsOf, type Statement } from '@sync/core';
import { routineKinds, typeKinds } from '../../text/kind-groups.js';
import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';
import { targetOf } from '../comment/target.js';
import { keyOfGrant, privilegeText } from './grant-text.js';
import { type PassedOn, takeBack } from './passed-on.js';
import type { Grant } from './spec.js';

/** What only its owner can do anything with, or what anybody can use. */
const ungrantable = new Set([
  'postgres/statistics',
  'postgres/collation',
  'postgres/event-trigger',
  'postgres/publication',
  'postgres/text-search-configuration',
  'postgres/text-search-dictionary',
]);

/** What everybody may do with a thing of this kind unless somebody says otherwise. */
export function usualGrants(kind: string): readonly Grant[] {
  if (routineKinds.has(kind)) return [{ privilege: 'EXECUTE' }];
  return typeKinds.has(kind) ? [{ privilege: 'USAGE' }] : [];
}

/** What GRANT is to name; undefined for what no privileges are of. */
export function grantTarget(at: Address): string | undefined {
  const { kind } = partsOf(at);
  const target = targetOf(at);
  if (ungrantable.has(kind)) return undefined;
  // GRANT calls views tables, domains types, and servers foreign.
  return target
    ?.replace(/^SERVER /, 'FOREIGN SERVER ')
    .replace(/^(MATERIALIZED VIEW|VIEW|FOREIGN TABLE) /, 'TABLE ')
    .replace(/^DOMAIN /, 'TYPE ');
}

/** The statement that gives an object to another owner. */
export function changeOwner(at: Address, owner: string): string {
  return `ALTER ${targetOf(at)} OWNER TO ${quoteName(owner)}`;
}

/** The check that stops whoever may not act as the new owner, which the server asks of all but superusers. */
export function mayGive(what: string, owner: string): Statement {
  return {
    text: `
SELECT current_user AS role
FROM pg_catalog.pg_roles r
WHERE r.rolname = ${quoteText(owner)} AND NOT pg_catalog.pg_has_role(
  r.oid, CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END
)`.trim(),
    check: {
      message: `the role may not give ${what} to ${owner}: it may not act as ${owner}`,
      hint: `GRANT ${quoteName(owner)} TO the role that runs the plan, run it as a superuser, or plan without --with owners.`,
      ahead: true,
    },
  };
}

/** The statements that take from the owner what is withheld, and give what is not any more; of one that nobody knows by name, whoever it is. */
export function changeWithheld(
  at: Address,
  before: readonly string[] = [],
  after: readonly string[] = [],
  owner?: string,
): readonly string[] {
  return withheldStatements(grantTarget(at) ?? '', before, after, (text) =>
    owner === undefined
      ? `DO ${quoteText(`BEGIN EXECUTE ${quoteText(text)} || pg_catalog.quote_ident(${ownerQuery(at)}); END`)}`
      : text + owner,
  );
}

/** The same, for what GRANT is to name; `complete` adds the owner to a statement. */
export function withheldStatements(
  target: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
  complete: (text: string) => string,
): readonly string[] {
  const gone = after.filter((privilege) => !before.includes(privilege));
  const back = before.filter((privilege) => !after.includes(privilege));
  return [
    ...(gone.length > 0 ? [`REVOKE ${gone.join(', ')} ON ${target} FROM `] : []),
    ...(back.length > 0 ? [`GRANT ${back.join(', ')} ON ${target} TO `] : []),
  ].map(complete);
}

const ownerColumns = { class: 'relowner', proc: 'proowner', type: 'typowner', namespace: 'nspowner' } as const;

/** An expression for the name of who owns an object, when it is run. */
export function ownerQuery(at: Address): string {
  const { kind, parts } = partsOf(at);
  const target = (grantTarget(at) ?? '').replace(/^(FOREIGN SERVER|TABLE|SEQUENCE|TYPE|SCHEMA|ROUTINE) /, '');
  if (kind === 'postgres/server') {
    return `(SELECT pg_catalog.pg_get_userbyid(srvowner) FROM pg_catalog.pg_foreign_server WHERE srvname = ${quoteText(parts.at(-1) ?? '')})`;
  }
  const of = routineKinds.has(kind) ? 'proc' : typeKinds.has(kind) ? 'type' : kind === 'schema' ? 'namespace' : 'class';
  const cast = { class: 'regclass', proc: 'regprocedure', type: 'regtype', namespace: 'regnamespace' }[of];
  return `(SELECT pg_catalog.pg_get_userbyid(${ownerColumns[of]}) FROM pg_catalog.pg_${of} WHERE oid = ${quoteText(target)}::pg_catalog.${cast})`;
}

/** What an owner may not do, as people read it. */
export function describeWithheld(withheld: readonly string[] = []): readonly string[] {
  return withheld.map((privilege) => `no ${privilege} for the owner`);
}

/** A grant as people read it. */
export function describeGrant({ to, privilege, column, grantable }: Grant): string {
  const what = column === undefined ? privilege : `${privilege} (${column})`;
  return `${what} to ${to ?? 'public'}${grantable ? ' with grant option' : ''}`;
}

/** The statements that make other grants of some, of which others than the owner may have passed some on. */
export function changeGrants(
  at: Address,
  before: readonly Grant[],
  after: readonly Grant[],
  passedOn: readonly PassedOn[] = [],
): readonly string[] {
  return grantStatements(grantTarget(at) ?? '', before, after, passedOn);
}

/** The same, for what GRANT is to name. */
export function grantStatements(
  target: string,
  before: readonly Grant[],
  after: readonly Grant[],
  passedOn: readonly PassedOn[] = [],
): readonly string[] {
  const [had, has] = [byKey(before), byKey(after)];
  const gone = before.filter((grant) => !has.has(keyOfGrant(grant)));
  const lessened = after.filter((grant) => !grant.grantable && had.get(keyOfGrant(grant))?.grantable);
  const back = takeBack(target, before, [...gone, ...lessened], passedOn);
  // What is revoked of a table is revoked of its columns, too.
  const swept = new Set(
    [...gone, ...lessened].flatMap((grant) => (grant.column === undefined ? [keyOfGrant(grant)] : [])),
  );
  const added = after.filter((grant) => {
    const key = keyOfGrant(grant);
    const old = had.get(key);
    const { to, privilege } = grant;
    const isSwept = grant.column !== undefined && swept.has(keyOfGrant({ ...(to !== undefined && { to }), privilege }));
    return !old || (grant.grantable && !old.grantable) || isSwept || back.touched.has(key);
  });
  const lessenedYet = lessened.filter((grant) => !back.lessened.has(keyOfGrant(grant)));
  return [
    ...back.statements,
    ...groups([...back.passing, ...gone]).map(([to, what]) => `REVOKE ${what} ON ${target} FROM ${to}`),
    ...groups(lessenedYet).map(([to, what]) => `REVOKE GRANT OPTION FOR ${what} ON ${target} FROM ${to}`),
    ...groups(added.filter(({ grantable }) => !grantable)).map(([to, what]) => `GRANT ${what} ON ${target} TO ${to}`),
    ...groups(added.filter(({ grantable }) => grantable)).map(
      ([to, what]) => `GRANT ${what} ON ${target} TO ${to} WITH GRANT OPTION`,
    ),
  ];
}

/** Grants in an order of their own, each once: one who was granted something by several may pass it on if any of them let him. */
export function sortedGrants(grants: readonly Grant[]): readonly Grant[] {
  const found = new Map<string, Grant>();
  for (const grant of grants) {
    const key = keyOfGrant(grant);
    if (grant.grantable || !found.has(key)) found.set(key, grant);
  }
  return [...found].sort(([a], [b]) => byCodeUnit(a, b)).map(([, grant]) => grant);
}

function byKey(grants: readonly Grant[]): ReadonlyMap<string, Grant> {
  return new Map(grants.map((grant) => [keyOfGrant(grant), grant]));
}

/** One statement for each who is granted something. */
function groups(grants: readonly Grant[]): readonly (readonly [string, string])[] {
  const found = new Map<string, string[]>();
  for (const grant of grants)
    append(found, grant.to === undefined ? 'PUBLIC' : quoteName(grant.to), privilegeText(grant));
  return [...found].map(([who, what]) => [who, what.join(', ')]);
}
