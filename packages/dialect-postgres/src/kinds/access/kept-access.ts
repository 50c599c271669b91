import type { SchemaObject } from '@sync/core';
import type { Beginning } from './beginning.js';
import type { AccessSpec } from './spec.js';

/** What is known of an object's owner and privileges beside what was asked for, and how it begins where it is made again. */
export interface KeptAccess extends AccessSpec {
  readonly beginning?: Beginning;
  /** Who owns it, where privileges are asked for and owners are not. */
  readonly holder?: string;
}

/** What the layout of an object says of that. */
export interface AccessLayout {
  readonly access?: KeptAccess;
}

/** What is known of who owns an object and may use it, where that is not asked for. */
export function keptAccess(object: SchemaObject | undefined): KeptAccess | undefined {
  return (object?.layout as unknown as AccessLayout | undefined)?.access;
}

/** To whom an object goes when it is made again, where owners are not asked for. */
export function keptOwner(object: SchemaObject | undefined): string | undefined {
  return keptAccess(object)?.owner;
}

/** Who owns an object, where privileges are asked for and owners are not. */
export function holderOf(object: SchemaObject | undefined): string | undefined {
  return keptAccess(object)?.holder;
}
