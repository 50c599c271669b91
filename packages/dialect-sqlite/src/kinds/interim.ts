import { hashOf, hashText, type SchemaObject } from '@sync/core';
import { foldName } from '../text/names.js';

/**
 * The name under which the new form of a table is built beside the old one. No other change makes the same one, so that what a crash of anything else has left behind is
 * neither in the way nor touched.
 */
export function interimName(from: SchemaObject, to: SchemaObject): string {
  return `_schema_sync_${mark(hashText(hashOf(from) + hashOf(to)))}_${foldName(to.name)}`;
}

/** The name of a table that remembers something of another until both are compared. */
export function memoryName(of: SchemaObject, what: string): string {
  return `_schema_sync_${mark(hashOf(of))}_${what}_${foldName(of.name)}`;
}

function mark(hash: string): string {
  return hash.slice(0, 8);
}
