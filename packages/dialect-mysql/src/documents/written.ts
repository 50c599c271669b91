import type { DocumentKind } from '@sync/core';

/** An object as a document, and what the document covers. */
export type WrittenObject = ReturnType<DocumentKind['write']>[number];
