import { type Address, byCodeUnit, type Catalogue, grouped, partsOf, type SchemaObject } from '@sync/core';
import { schemaOf } from '../../schema-of.js';
import { keyOfGrant } from './grant-text.js';
import { usualGrants } from './grants.js';
import type { AccessSpec, Grant } from './spec.js';

/** What a role says of that which it makes from then on. */
export interface DefaultRule {
  readonly role: string;
  /** Where it is made; anywhere where it names none. */
  readonly schema?: string;
  /** `TABLES`. */
  readonly objects: string;
  readonly grants: readonly Grant[];
  /** What the role itself may not do. */
  readonly withheld?: readonly string[];
}

/** In what a thing that is made again may differ from what it is to be, by default privileges of whoever makes it. */
export interface Beginning {
  /** What others may do and are not to. */
  readonly more: readonly Grant[];
  /** What the server lets others do, and here perhaps does not. */
  readonly less: readonly Grant[];
  /** What its owner may perhaps not do. */
  readonly withheld: readonly string[];
}

const objectsOf: Readonly<Record<string, string>> = {
  schema: 'SCHEMAS',
  sequence: 'SEQUENCES',
  table: 'TABLES',
  view: 'TABLES',
  'postgres/materialized-view': 'TABLES',
  'postgres/foreign-table': 'TABLES',
  'postgres/function': 'FUNCTIONS',
  'postgres/procedure': 'FUNCTIONS',
  'postgres/aggregate': 'FUNCTIONS',
  'postgres/enum': 'TYPES',
  'postgres/domain': 'TYPES',
  'postgres/composite-type': 'TYPES',
  'postgres/range-type': 'TYPES',
};

/**
 * How a thing begins where any of the roles makes it that say something by default: who plans need not be who runs. Undefined where it begins as it is to be.
 */
export function beginningOf(
  rules: readonly DefaultRule[],
  object: Pick<SchemaObject, 'kind' | 'address' | 'parent'>,
  { grants, withheld = [] }: Pick<AccessSpec, 'grants' | 'withheld'>,
): Beginning | undefined {
  const objects = objectsOf[object.kind];
  const schema = object.kind === 'schema' ? undefined : (schemaOf(object) ?? 'public');
  const own = rulesOf(rules, objects).filter((rule) => (rule.schema ?? schema) === schema);
  if (own.length === 0) return undefined;
  const usual = usualGrants(object.kind);
  const wanted = new Map((grants ?? usual).map((grant) => [keyOf(grant), grant]));
  const byRole = [...new Set(own.map(({ role }) => role))].map((role) => {
    const said = own.filter((rule) => rule.role === role);
    const whole = said.find((rule) => rule.schema === undefined);
    const given = [
      ...(whole?.grants ?? usual),
      ...said.flatMap((rule) => (rule.schema === undefined ? [] : rule.grants)),
    ];
    return { given: new Map(given.map((grant) => [keyOf(grant), grant])), withheld: whole?.withheld ?? [] };
  });
  const all = new Map(byRole.flatMap(({ given }) => [...given]));
  const beginning: Beginning = {
    more: [...all].flatMap(([key, grant]) => (wanted.has(key) ? [] : [grant])),
    less: usual.filter((grant) => wanted.has(keyOf(grant)) && byRole.some(({ given }) => !given.has(keyOf(grant)))),
    withheld: [...new Set(byRole.flatMap((role) => role.withheld))]
      .filter((privilege) => !withheld.includes(privilege))
      .sort(byCodeUnit),
  };
  return Object.values(beginning).some((part: readonly unknown[]) => part.length > 0) ? beginning : undefined;
}

const byObjects = new WeakMap<readonly DefaultRule[], ReadonlyMap<string, readonly DefaultRule[]>>();

function rulesOf(rules: readonly DefaultRule[], objects: string | undefined): readonly DefaultRule[] {
  let found = byObjects.get(rules);
  if (!found) {
    found = grouped(rules, (rule) => rule.objects);
    byObjects.set(rules, found);
  }
  return (objects === undefined ? undefined : found.get(objects)) ?? [];
}

function keyOf(grant: Grant): string {
  return JSON.stringify([keyOfGrant(grant), grant.grantable === true]);
}

const known = new WeakMap<Catalogue, readonly DefaultRule[]>();

/** The rules that are objects of a state, where privileges are asked for. */
export function rulesIn(state: Catalogue): readonly DefaultRule[] {
  let rules = known.get(state);
  if (!rules) {
    rules = [...state].flatMap(({ kind, spec }) =>
      kind === 'postgres/default-privileges' ? [spec as unknown as DefaultRule] : [],
    );
    known.set(state, rules);
  }
  return rules;
}

/** Where the owner and the privileges of an object are, where these are asked for. */
export function accessAddress(of: Address): readonly [kind: string, ...parts: string[]] {
  const { kind, parts } = partsOf(of);
  return ['postgres/access', ...parts, kind];
}
