import { type Catalogue, createCatalogue, type Server, schemaObject } from '@sync/core';
import { cockroachFeatures } from '../src/features.js';
import { readContents } from '../src/read/contents.js';

/** A server of the version that its parser is of, but for triggers, which the next one prints. */
export const server: Server = {
  product: 'CockroachDB',
  version: [25, 3, 0],
  features: cockroachFeatures([25, 3, 0]),
};

/** The catalogue that a server would print so. These texts were written down by hand after the documentation and the parser's own printer: no server was there. */
export function catalogueOf(text: string): Catalogue {
  const contents = contentsOf(text);
  if (contents.unmanaged.length > 0) throw new Error(JSON.stringify(contents.unmanaged));
  return createCatalogue(contents.objects.map(schemaObject));
}

/** All that is read in such a text. */
export function contentsOf(text: string): ReturnType<typeof readContents> {
  return readContents({ database: 'shop', schemas: [], types: [], tables: [text], routines: [], triggers: [] });
}
