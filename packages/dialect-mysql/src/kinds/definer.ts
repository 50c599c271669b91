import type { Json, RenderContext, SchemaObject } from '@sync/core';
import { quoteName } from '../text/names.js';

/** What building something with a body needs and what does not make two differ. */
export interface BodyLayout {
  /** `name@host`: whose rights it runs with. */
  readonly definer: string;
  /** The sql_mode that its body is read with, where it has one. */
  readonly mode?: string;
}

/** The layout of an object with a body. */
export function bodyLayout(definer: string, mode?: string): Json {
  return { definer, ...(mode !== undefined && { mode }) };
}

function layoutOf(object: SchemaObject): BodyLayout {
  return object.layout as unknown as BodyLayout;
}

/** The DEFINER clause of what there was before and is written again: it stays whose it was. What is new is whoever's runs the plan. */
export function definerClause(to: SchemaObject, { base, origin }: Pick<RenderContext, 'base' | 'origin'>): string {
  const before = base.get(origin(to.address));
  if (!before) return '';
  const { definer } = layoutOf(before);
  const at = definer.lastIndexOf('@');
  return `DEFINER=${quoteName(definer.slice(0, at))}@${quoteName(definer.slice(at + 1))} `;
}

/** The session that a body is read in. */
export function bodySettings(object: SchemaObject): { readonly settings?: Readonly<Record<string, Json>> } {
  const { mode } = layoutOf(object);
  return mode === undefined ? {} : { settings: { 'mysql/sql_mode': mode } };
}

/** A body without what ends its statement: sent along with others, it is kept with the semicolon behind it. */
export function bodyText(shown: string): string {
  return shown.replace(/[;\s]+$/, '');
}
