import { type Address, address, append, equalJson, partsOf, type Reading, type Scope } from '@sync/core';
import { defaultPrivileges } from '../../read/parts/default-privileges.js';
import { type PrivilegeRow, privileges } from '../../read/parts/privileges.js';
import { columnsFrom } from '../../read/parts/relations.js';
import { sequences } from '../../read/parts/sequences.js';
import { readCatalogue } from '../../read/read-catalogue.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import type { DefaultRule } from './beginning.js';
import { sortedGrants, usualGrants } from './grants.js';
import type { PassedOn } from './passed-on.js';
import type { Grant } from './spec.js';

/** Who owns an object and what others may do with it. */
export interface Access {
  readonly owner: string;
  /** Whether the owner is who reads. */
  readonly own: boolean;
  /** Whether it is in a database of our own. */
  readonly scratch: boolean;
  /** A sequence that goes with a column goes with the owner of its table. */
  readonly follows: boolean;
  readonly grants?: readonly Grant[];
  /** What of these others than the owner granted. */
  readonly passedOn?: readonly PassedOn[];
  /** Where the columns that it is about may come from. */
  readonly above: readonly Address[];
  /** What the owner may not do. */
  readonly withheld?: readonly string[];
}

/** The schema that every database has from the start. It is no object: who may use it is one by itself. */
export const publicSchema = address('schema', 'public');

const known = new WeakMap<ServerCatalogue, ReadonlyMap<Scope, ReadonlyMap<Address, Access>>>();

/** What is known of owners and privileges, by the scopes and addresses of what they are of. */
export async function readAccess(reading: Reading): Promise<ReadonlyMap<Scope, ReadonlyMap<Address, Access>>> {
  const catalogue = await readCatalogue(reading);
  const before = known.get(catalogue);
  if (before) return before;
  const whole = reading.scopes.find(({ path }) => path.length === 0);
  const found = new Map<Scope, Map<Address, PrivilegeRow[]>>();
  for (const row of catalogue.rows(privileges)) {
    const scope = row.namespace === 0 ? whole : catalogue.placeOf(row.namespace).scope;
    const at =
      row.catalogue === 'pg_namespace' ? schemaIn(row, catalogue) : catalogue.addressOf(row.catalogue, row.oid);
    if (at === undefined || !scope) continue;
    const own = found.get(scope) ?? new Map<Address, PrivilegeRow[]>();
    append(own, at, row);
    found.set(scope, own);
  }
  const all = new Map(
    [...found].map(([scope, own]) => [
      scope,
      new Map([...own].map(([at, rows]) => [at, accessOf(at, rows, catalogue)] as const)),
    ]),
  );
  known.set(catalogue, all);
  return all;
}

/** A schema that is an object, or the one that every database has; a scope that is a schema has no say in who may use itself. */
function schemaIn({ namespace }: PrivilegeRow, catalogue: ServerCatalogue): Address | undefined {
  const { scope, schema } = catalogue.placeOf(namespace);
  return scope.path.length === 0 ? address('schema', schema) : undefined;
}

function accessOf(at: Address, rows: readonly PrivilegeRow[], catalogue: ServerCatalogue): Access {
  const { owner = '', own = true, scratch = false } = rows[0] ?? {};
  const usual = usualGrants(partsOf(at).kind);
  // What everybody may do in the schema that is there from the start differs between versions.
  const isSaid = at === publicSchema;
  const whole = rows.find(({ column }) => column === null);
  const written = rows.flatMap(({ column, grants: of }) => (of ? [{ of, column: column ?? undefined }] : []));
  const grants = sortedGrants([
    ...(whole?.grants ? [] : usual),
    ...written.flatMap(({ of, column }) => grantsIn(of, column)),
  ]);
  const passedOn = written.flatMap(({ of, column }) => passedOnOf(of, column));
  const follows = rows.some(({ oid }) => catalogue.where(sequences, 'oid', oid).some((row) => row.owner !== 0));
  return {
    owner,
    own,
    scratch,
    follows,
    above: grants.some(({ column }) => column !== undefined) ? columnsFrom(rows, catalogue) : [],
    ...withheldIn(whole?.withheld),
    ...(passedOn.length > 0 && { passedOn }),
    ...((isSaid || !equalJson(grants.map(plainGrant), usual.map(plainGrant))) && { grants }),
  };
}

/** What an owner may not do, as the server tells it. */
export function withheldIn(written: string | null | undefined): Pick<Access, 'withheld'> {
  return written === null || written === undefined ? {} : { withheld: JSON.parse(written) as readonly string[] };
}

/** What roles say of that which they make from then on; in a database of our own nobody says anything. */
export async function readRules(reading: Reading): Promise<readonly DefaultRule[]> {
  const catalogue = await readCatalogue(reading);
  return catalogue
    .rows(defaultPrivileges)
    .filter(({ scratch }) => !scratch)
    .map(({ namespace, role, objects, grants, withheld, reader }) => ({
      role,
      objects,
      ...(namespace !== 0 && { schema: catalogue.placeOf(namespace).schema }),
      // Whoever reads is most likely to make things, and nothing is given to whoever makes them.
      grants: grantsIn(grants).filter(({ to }) => to !== reader),
      ...withheldIn(withheld),
    }));
}

/** A grant as data. */
export function plainGrant(grant: Grant): { readonly [name: string]: string | true } {
  return { ...grant };
}

/** To whom (everybody where that is null), what, whether it may be passed on, and who granted it where that is not the owner. */
type WrittenGrant = readonly [to: string | null, privilege: string, grantable: boolean, by: string | null];

/** Grants as the server tells them, of a column or of the whole. */
export function grantsIn(written: string, column?: string): readonly Grant[] {
  return grantsWritten(written).map((grant) => grantIn(grant, column));
}

function passedOnOf(written: string, column?: string): readonly PassedOn[] {
  return grantsWritten(written).flatMap((grant) =>
    grant[3] === null ? [] : [{ ...grantIn(grant, column), by: grant[3] }],
  );
}

function grantsWritten(written: string): readonly WrittenGrant[] {
  return JSON.parse(written) as readonly WrittenGrant[];
}

function grantIn([to, privilege, grantable]: WrittenGrant, column: string | undefined): Grant {
  return {
    ...(to !== null && { to }),
    privilege,
    ...(column !== undefined && { column }),
    ...(grantable && { grantable: true as const }),
  };
}
