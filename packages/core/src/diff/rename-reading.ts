import type { Rename, RenameHint } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { SchemaObject } from '../model/object.js';
import { kindOf } from './kinds.js';

export type ObjectRename = Extract<Rename, { readonly of: 'object' }>;
export type MemberRename = Extract<Rename, { readonly of: 'member' }>;

/** One way in which a hint can be understood: a name can be that of a table, and of a trigger too. */
export interface Reading<R extends Rename = Rename> {
  readonly hint: RenameHint;
  readonly rename: R;
  readonly from: string;
  readonly to: string;
}

/** The folded names of an object's columns, with the names as they are spelt; undefined for what has none. */
export function membersOf(object: SchemaObject | undefined, driver: Driver): ReadonlyMap<string, string> | undefined {
  const relation = object && kindOf(driver, object.kind).relation?.(object);
  return relation && new Map(relation.columns.map(({ name }) => [driver.dialect.fold(name), name]));
}
