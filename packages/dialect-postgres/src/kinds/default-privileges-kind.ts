import {
  address,
  type Delta,
  equalJson,
  type Found,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { changesPrivileges } from '../hazards.js';
import type { Place } from '../read/part.js';
import { type DefaultPrivilegesRow, defaultPrivileges } from '../read/parts/default-privileges.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { quoteName } from '../text/names.js';
import { describeGrant, describeWithheld, grantStatements, sortedGrants, withheldStatements } from './access/grants.js';
import { grantsIn, plainGrant, withheldIn } from './access/read.js';
import type { Grant } from './access/spec.js';
import { remakesType } from './type/remakes-type.js';

/** What others may do with whatever a role makes from then on. */
export interface DefaultPrivilegesSpec {
  readonly role: string;
  /** Where it is made; anywhere where it names none. */
  readonly schema?: string;
  /** `TABLES`. */
  readonly objects: string;
  /** Sorted; without the role itself. */
  readonly grants: readonly Grant[];
  /** What the role itself may not do with it, sorted. */
  readonly withheld?: readonly string[];
}

type DefaultPrivileges = SchemaObject<DefaultPrivilegesSpec>;

/** Default privileges, where `grants` are asked for. */
export const defaultPrivilegesKind: ObjectKind<DefaultPrivilegesSpec> = {
  kind: 'postgres/default-privileges',
  title: 'default privileges',
  inspect: inspectDefaultPrivileges,
  compare({ spec: from }, { spec: to }) {
    const [before, after] = [from, to].map(({ grants, withheld }) => [
      ...grants.map(describeGrant),
      ...describeWithheld(withheld),
    ]);
    return [{ type: 'change-grants', path: ['grants'], from: before ?? null, to: after ?? null } satisfies Delta];
  },
  follow(privileges, rename) {
    if (rename.of !== 'object' || rename.from !== schemaAddress(privileges.spec.schema)) return privileges;
    return schemaObject({ ...privileges, spec: { ...privileges.spec, schema: rename.name } });
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ ...step(change.to, usualOf(change.to), change.to.spec), ...afterAll(context) }];
      case 'drop':
        return [step(change.from, change.from.spec, usualOf(change.from))];
      case 'alter':
        return [{ ...step(change.to, change.from.spec, change.to.spec), ...afterAll(context) }];
      case 'rename':
        return { impossible: 'default privileges have no name of their own' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({
    head: [...spec.grants.map(describeGrant), ...describeWithheld(spec.withheld)].join(', ') || 'none',
  }),
};

function schemaAddress(schema: string | undefined) {
  return schema === undefined ? undefined : address('schema', schema);
}

/** What everybody may do where nobody says otherwise; what is said of a schema is only added to that. */
function usualGrants(objects: string, schema: string | undefined): readonly Grant[] {
  if (schema !== undefined) return [];
  if (objects === 'FUNCTIONS') return [{ privilege: 'EXECUTE' }];
  return objects === 'TYPES' ? [{ privilege: 'USAGE' }] : [];
}

function usualOf({ spec: { objects, schema } }: DefaultPrivileges): Said {
  return { grants: usualGrants(objects, schema) };
}

type Said = Pick<DefaultPrivilegesSpec, 'grants' | 'withheld'>;

function step({ name, spec }: DefaultPrivileges, before: Said, after: Said): StepDraft {
  const place = spec.schema === undefined ? '' : ` IN SCHEMA ${quoteName(spec.schema)}`;
  const alter = `ALTER DEFAULT PRIVILEGES FOR ROLE ${quoteName(spec.role)}${place}`;
  return {
    summary: `set default privileges for ${name}`,
    sql: [
      ...withheldStatements(spec.objects, before.withheld, after.withheld, (text) => text + quoteName(spec.role)),
      ...grantStatements(spec.objects, before.grants, after.grants),
    ].map((text) => ({ text: `${alter} ${text}` })),
    hazards: [changesPrivileges(`${name} that are yet to be made`)],
  };
}

/** What the same plan makes has its privileges said in so many words. */
function afterAll({ goal, change }: RenderContext): Pick<StepDraft, 'after'> {
  const made = [...goal].filter(({ address: at }) => {
    const found = change(at);
    return found !== undefined && (found.verb === 'create' || found.verb === 'replace' || remakesType(found));
  });
  return {
    after: made
      .filter(({ kind }) => kind !== 'postgres/default-privileges')
      .map(({ address: at }) => ({ verb: 'create', address: at })),
  };
}

async function* inspectDefaultPrivileges(reading: Reading): AsyncGenerator<Found<DefaultPrivilegesSpec>> {
  const catalogue = await readCatalogue(reading);
  const whole = reading.scopes.find(({ path }) => path.length === 0);
  for (const row of catalogue.rows(defaultPrivileges)) {
    const place = row.namespace === 0 ? undefined : catalogue.placeOf(row.namespace);
    const scope = place?.scope ?? whole;
    if (!scope) continue;
    const object = defaultPrivilegesObject(row, place);
    const { grants, withheld } = object.spec;
    if (!reading.with.has('grants')) {
      const reason = 'privileges stay unless --with grants';
      yield { scope, unmanaged: { kind: 'default privileges', name: object.name, reason } };
    } else if (withheld || !equalJson(grants.map(plainGrant), usualOf(object).grants.map(plainGrant))) {
      yield { scope, object };
    }
  }
}

function defaultPrivilegesObject(row: DefaultPrivilegesRow, place: Place | undefined): DefaultPrivileges {
  const { role, objects, grants, withheld } = row;
  const name = `${place ? '' : 'all '}${objects.toLowerCase()} of ${role}`;
  return schemaObject<DefaultPrivilegesSpec>({
    kind: 'postgres/default-privileges',
    address: address('postgres/default-privileges', ...(place?.prefix ?? []), name),
    name: [...(place?.prefix ?? []), name].join('.'),
    spec: {
      role,
      ...(place && { schema: place.schema }),
      objects,
      grants: sortedGrants(grantsIn(grants)),
      ...withheldIn(withheld),
    },
    needs: place ? schemaNeed(place) : [],
  });
}
