import type { Delta } from '@sync/core';

/** One attribute of a composite type. */
export interface AttributeSpec {
  readonly name: string;
  readonly type: string;
  /** As SQL, where it is not the type's own. */
  readonly collation?: string;
}

/** A composite type. The order of its attributes is that of the values of a row. */
export interface CompositeSpec {
  readonly attributes: readonly AttributeSpec[];
}

/** A difference of two composite types. */
export interface AttributeDelta extends Delta {
  readonly type: 'rename-attribute' | 'drop-attribute' | 'add-attribute' | 'change-attributes' | 'change-parts';
}
