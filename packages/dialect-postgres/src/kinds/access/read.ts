import { type Address, address, append, equalJson, partsOf, type Reading, type Scope } from '@sync/core';
import { type PrivilegeRow, privileges } from '../../read/parts/privileges.js';
import { sequences } from '../../read/parts/sequences.js';
import { readCatalogue } from '../../read/read-catalogue.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import { sortedGrants, usualGrants } from './grants.js';
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
}

const known = new WeakMap<ServerCatalogue, ReadonlyMap<Scope, ReadonlyMap<Address, Access>>>();

/** What is known of owners and privileges, by the scopes and addresses of what they are of. */
export async function readAccess(reading: Reading): Promise<ReadonlyMap<Scope, ReadonlyMap<Address, Access>>> {
  const catalogue = await readCatalogue(reading);
  const before = known.get(catalogue);
  if (before) return before;
  const found = new Map<Scope, Map<Address, PrivilegeRow[]>>();
  for (const row of catalogue.rows(privileges)) {
    const { scope, prefix } = catalogue.placeOf(row.namespace);
    const [schema] = prefix;
    const isSchema = row.catalogue === 'pg_namespace';
    const at = isSchema ? schema && address('schema', schema) : catalogue.addressOf(row.catalogue, row.oid);
    if (at === undefined || at === '') continue;
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

function accessOf(at: Address, rows: readonly PrivilegeRow[], catalogue: ServerCatalogue): Access {
  const { owner = '', own = true, scratch = false } = rows[0] ?? {};
  const usual = usualGrants(partsOf(at).kind);
  const whole = rows.find(({ column }) => column === null);
  const grants = sortedGrants([
    ...(whole?.grants ? grantsIn(whole.grants) : usual),
    ...rows.flatMap(({ column, grants: of }) => (column === null || !of ? [] : grantsIn(of, column))),
  ]);
  const follows = rows.some(({ oid }) => catalogue.where(sequences, 'oid', oid).some((row) => row.owner !== 0));
  return { owner, own, scratch, follows, ...(!equalJson(grants.map(plain), usual.map(plain)) && { grants }) };
}

function plain(grant: Grant): { readonly [name: string]: string | true } {
  return { ...grant };
}

function grantsIn(written: string, column?: string): readonly Grant[] {
  const all = JSON.parse(written) as readonly (readonly [string | null, string, boolean])[];
  return all.map(([to, privilege, grantable]) => ({
    ...(to !== null && { to }),
    privilege,
    ...(column !== undefined && { column }),
    ...(grantable && { grantable: true as const }),
  }));
}
