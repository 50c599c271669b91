import type { Delta } from '@sync/core';

/** An enumerated type. */
export interface EnumSpec {
  /** In their order. */
  readonly labels: readonly string[];
}

/** A difference of two enumerated types. */
export interface LabelDelta extends Delta {
  readonly type: 'add-value' | 'drop-value' | 'rename-value' | 'change-order';
  /** Of an added value: the one before which it goes; at the end where it is absent. */
  readonly before?: string;
}
