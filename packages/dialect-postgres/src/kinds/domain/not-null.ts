import type { RenderContext, SchemaObject, Statement } from '@sync/core';
import { usualNotNull } from '../../online/marks.js';
import { quoteName } from '../../text/names.js';
import { qualified } from '../../text/qualified.js';
import { isUsualNotNull } from '../table/not-null.js';
import type { DomainLayout, DomainSpec } from './spec.js';

type Domain = SchemaObject<DomainSpec>;

/** The name of the constraint that forbids nulls in a domain: as it is, and as part of what the domain is where somebody gave it. */
export function readNotNullName(name: string | null): {
  readonly spec: Pick<DomainSpec, 'notNullName'>;
  readonly layout: { readonly layout?: { readonly notNullName: string } };
} {
  if (name === null) return { spec: {}, layout: {} };
  return { spec: isUsualNotNull(name) ? {} : { notNullName: name }, layout: { layout: { notNullName: name } } };
}

/** NOT NULL as a domain is created with it. */
export function printNotNullOf({ spec: { notNull, notNullName }, layout, name: domain }: Domain): readonly string[] {
  const { notNullName: kept } = (layout ?? {}) as DomainLayout;
  // The server leaves its name to it when the domain gets another one.
  const name = notNullName ?? (kept === usualNotNull(domain) ? undefined : kept);
  return notNull ? [`${name === undefined ? '' : `CONSTRAINT ${quoteName(name)} `}NOT NULL`] : [];
}

/** Forbids nulls in a domain that is there. */
export function forbidNulls(domain: Domain): Statement {
  const alter = `ALTER DOMAIN ${qualified(domain)}`;
  const { notNullName: name } = domain.spec;
  return { text: name === undefined ? `${alter} SET NOT NULL` : `${alter} ADD CONSTRAINT ${quoteName(name)} NOT NULL` };
}

function nameOf({ name, spec: { notNullName }, layout }: Domain): string {
  return notNullName ?? ((layout ?? {}) as DomainLayout).notNullName ?? usualNotNull(name);
}

/** Gives the constraint another name; where nobody asks for one, that which the server would give it. */
export function renameNotNull(from: Domain, to: Domain, { base, origin }: RenderContext): readonly Statement[] {
  const present = base.get(origin(to.address)) as Domain | undefined;
  const [old, name] = [quoteName(nameOf(present ?? from)), quoteName(nameOf(to))];
  return [{ text: `ALTER DOMAIN ${qualified(to)} RENAME CONSTRAINT ${old} TO ${name}` }];
}
