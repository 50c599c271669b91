import type { Address } from './address.js';
import type { Json } from './json.js';

/**
 * One thing that a database holds: a table, an index, a policy. Plain frozen data in the server's own normal form.
 * What makes two objects differ is in `spec` and `extras`; everything else is derived or for people.
 */
export interface SchemaObject<S = unknown> {
  /** The kind that owns it, `table` or `engine/kind`. */
  readonly kind: string;
  /** Scope-relative and folded, so that it is the same in every tenant. */
  readonly address: Address;
  /** The name as the server spells it; addresses are folded, statements and people want this one. */
  readonly name: string;
  /** The object that takes this one with it when it is dropped. */
  readonly parent?: Address;
  /** What the object is. Must be JSON; two objects with equal `spec` and `extras` are the same schema. */
  readonly spec: S;
  /** Engine clauses of the object's own DDL, by handle id (`engine/clause`). */
  readonly extras: Readonly<Record<string, Json>>;
  /** What must exist before this object can. */
  readonly needs: readonly Address[];
  /** Facts that building it needs but that do not make two schemas differ, such as the order of columns. */
  readonly layout?: Json;
}

/** What a kind hands over to make an object: `extras` and `needs` may be left out. */
export type ObjectDraft<S = unknown> = Omit<SchemaObject<S>, 'extras' | 'needs'> &
  Partial<Pick<SchemaObject<S>, 'extras' | 'needs'>>;

const noExtras: Readonly<Record<string, Json>> = Object.freeze({});
const noNeeds: readonly Address[] = Object.freeze([]);

/** Completes and freezes a draft. */
export function schemaObject<S>(draft: ObjectDraft<S>): SchemaObject<S> {
  const { kind, address, name, parent, spec, extras = noExtras, needs = noNeeds, layout } = draft;
  // Member by member: spreading drafts of several shapes takes four times as long, which shows with tens of thousands of objects.
  const object: { -readonly [M in keyof SchemaObject<S>]: SchemaObject<S>[M] } = {
    kind,
    address,
    name,
    spec,
    extras,
    needs,
  };
  if (parent !== undefined) object.parent = parent;
  if (layout !== undefined) object.layout = layout;
  return Object.freeze(object);
}
