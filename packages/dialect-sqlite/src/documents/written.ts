import type { DocumentKind } from '@sync/core';

/** One object as the spec of a document. */
export type WrittenObject = ReturnType<DocumentKind['write']>[number];
