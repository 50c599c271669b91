import {
  type Address,
  address,
  type Change,
  type Found,
  type Impossible,
  type Json,
  type ObjectKind,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { endsGuarantee } from '../hazards.js';
import { domains } from '../read/parts/domains.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { followName } from '../text/follow-name.js';
import { qualified, shown } from '../text/qualified.js';
import { lookAtColumns, standingOnLists } from './domain/look-at-columns.js';
import { forbidNulls, readNotNullName, renameNotNull } from './domain/not-null.js';
import { printDomain, reshapeDomain } from './domain/reshape.js';
import type { DomainDelta, DomainSpec } from './domain/spec.js';
import { renaming } from './renaming.js';
import { domainConflicts } from './rows/type-conflicts.js';
import { looseAmong } from './table/loosen.js';
import { computedOver } from './type/computed.js';
import { remakesOver } from './type/remade.js';
import { remakesType } from './type/remakes-type.js';

type Domain = SchemaObject<DomainSpec>;

/** Domains: altered in place; over another type they are made anew, and the columns are converted. */
export const domainKind: ObjectKind<DomainSpec, DomainDelta> = {
  kind: 'postgres/domain',
  title: 'domain',
  namespace: 'type',
  inspect: inspectDomains,
  compare: compareDomains,
  follow: followInDomain,
  loosen: loosenDomain,
  conflicts: domainConflicts,
  // Columns are of it: who replaces what its default calls takes that out of it first.
  survives: () => true,
  entails(change, context) {
    const { base, origin } = context;
    const domain = base.get(origin(change.address));
    if (domain && remakesType(change)) return new Map([...remakesOver(domain, base), ...computedOver(change, context)]);
    return change.verb === 'alter' &&
      change.to.spec.notNull &&
      change.deltas.some(({ type }) => type === 'change-not-null')
      ? standingOnLists(change.from, base)
      : new Map();
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create domain ${shown(change.to)}`, sql: printDomain(change.to, context.goal) }];
      case 'drop':
        return [
          { summary: `drop domain ${shown(change.from)}`, sql: [{ text: `DROP DOMAIN ${qualified(change.from)}` }] },
        ];
      case 'rename':
        return [renaming({ ...change, title: 'domain' }, context)];
      case 'alter':
        return alterDomain(change, context);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { base, collation, notNull, notNullName, default: value } }) => ({
    head: [
      base,
      ...(collation === undefined ? [] : [`collate ${collation}`]),
      ...(notNull ? [`not null${notNullName === undefined ? '' : ` (as ${notNullName})`}`] : []),
      ...(value === undefined ? [] : [`default ${value}`]),
    ].join(' '),
  }),
};

function compareDomains({ spec: from }: Domain, { spec: to }: Domain): readonly DomainDelta[] {
  const over = ({ base, collation }: DomainSpec) => (collation === undefined ? base : `${base} COLLATE ${collation}`);
  const all: readonly (readonly [DomainDelta['type'], string, Json, Json])[] = [
    ['change-base', 'base', over(from), over(to)],
    ['change-default', 'default', from.default ?? null, to.default ?? null],
    ['change-not-null', 'notNull', from.notNull ?? false, to.notNull ?? false],
  ];
  const deltas = all.flatMap(([type, member, old, next]): readonly DomainDelta[] =>
    old === next ? [] : [{ type, path: [member], from: old, to: next }],
  );
  const [old, next] = [from.notNullName ?? null, to.notNullName ?? null];
  if (old === next || !from.notNull || !to.notNull) return deltas;
  return [...deltas, { type: 'rename-not-null', path: ['notNullName'], from: old, to: next }];
}

function alterDomain(
  { from, to, deltas }: Extract<Change<DomainSpec, DomainDelta>, { verb: 'alter' }>,
  context: RenderContext,
): readonly StepDraft[] | Impossible {
  if (deltas.some(({ type }) => type === 'change-base' || type === 'change-parts')) {
    const step = reshapeDomain(from, to, context);
    return 'impossible' in step ? step : [step];
  }
  const alter = `ALTER DOMAIN ${qualified(to)}`;
  return deltas.map(({ type }): StepDraft => {
    if (type === 'change-default') {
      const { default: value } = to.spec;
      const text = value === undefined ? `${alter} DROP DEFAULT` : `${alter} SET DEFAULT ${value}`;
      return { summary: `change the default of domain ${shown(to)}`, sql: [{ text }] };
    }
    if (type === 'rename-not-null') {
      return { summary: `rename the NOT NULL of domain ${shown(to)}`, sql: renameNotNull(from, to, context) };
    }
    const { notNull } = to.spec;
    if (!notNull) {
      const { lock: _, ...loss } = endsGuarantee(`domain ${shown(to)}`, 'NOT NULL');
      return {
        summary: `allow nulls in domain ${shown(to)}`,
        sql: [{ text: `${alter} DROP NOT NULL` }],
        hazards: [loss],
      };
    }
    const why = `for nulls, which the domain ${shown(to)} forbids`;
    return {
      summary: `forbid nulls in domain ${shown(to)}`,
      ...lookAtColumns(to, from, { statement: forbidNulls(to), of: to.address, why }, context),
    };
  });
}

/** A domain without a default that uses what has columns of it. */
function loosenDomain(domain: Domain, from: ReadonlySet<Address>): Domain | undefined {
  const { default: value, ...spec } = domain.spec;
  const loose = looseAmong(from, [spec.base]);
  if (value === undefined || !domain.needs.some((need) => loose.has(need))) return undefined;
  return schemaObject({ ...domain, spec, needs: domain.needs.filter((need) => !loose.has(need)) });
}

/** The server writes new names of types and functions into what a domain is made of. */
function followInDomain(domain: Domain, rename: Rename): Domain {
  if (rename.of !== 'object' || !domain.needs.includes(rename.to)) return domain;
  const { spec } = domain;
  const follow = (text: string) => followName(text, rename);
  return schemaObject({
    ...domain,
    spec: {
      ...spec,
      base: follow(spec.base),
      ...(spec.collation !== undefined && { collation: follow(spec.collation) }),
      ...(spec.default !== undefined && { default: follow(spec.default) }),
    },
  });
}

async function* inspectDomains(reading: Reading): AsyncGenerator<Found<DomainSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.rows(domains)) {
    const { oid, namespace, name, base, collation, notNull, default: value } = row;
    const place = catalogue.placeOf(namespace);
    const named = readNotNullName(row.notNullName);
    const object = schemaObject<DomainSpec>({
      kind: 'postgres/domain',
      address: address('postgres/domain', ...place.prefix, name),
      name,
      spec: {
        base,
        ...(collation !== null && { collation }),
        ...(value !== null && { default: value }),
        ...(notNull && { notNull: true as const }),
        ...named.spec,
      },
      ...named.layout,
      needs: [...new Set([...schemaNeed(place), ...catalogue.needsOf('pg_type', oid)])].sort(),
    });
    yield { scope: place.scope, object };
  }
}
