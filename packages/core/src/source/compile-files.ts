import type { RenameHint } from '../contract/change.js';
import type { Connection, Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { isSyncError } from '../errors.js';
import { type Inspection, inspect } from '../inspect/inspect.js';
import { partsOf } from '../model/address.js';
import { createCatalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { buildParts } from './build/build.js';
import type { Part } from './build/part.js';
import type { Compiled, SourceContext, SourceWarning } from './compiled.js';
import type { Declared, DocumentReader, Documents } from './documents/read-documents.js';
import { decodeText } from './files/decode.js';
import type { SourceFile } from './files/source-file.js';
import { readSql } from './sql/read-sql.js';

/** Builds SQL and documents in one scratch database and reads back what the server made of them. */
export async function compileFiles(
  origin: string,
  files: readonly SourceFile[],
  context: SourceContext,
): Promise<Compiled> {
  const { parts, documents, renames, warnings } = await readAll(files, context);
  const about = { origin, renames, seeds: documents.seeds };
  if (parts.length === 0 && documents.declared.length === 0) {
    warnings.push({ at: origin, message: 'the source defines nothing: the desired state is an empty database' });
  }
  let scratch: Connection;
  try {
    scratch = await context.scratch();
  } catch (error) {
    const isAbsent = isSyncError(error) && error.code === 'SCRATCH_UNAVAILABLE';
    if (!isAbsent || parts.length > 0) throw error;
    return { ...about, ...normalised(documents.declared, context.driver, warnings) };
  }
  await using connection = scratch;
  // Whatever is in scratch was put there by the source, so the desired state names it.
  const options = { ...context.inspect, claimed: { has: () => true } };
  const read = () => inspect(connection, context.driver, options);
  const built = [...parts, ...declaredParts(documents.declared, connection.server, context)];
  await buildParts(connection, built, async () => leftAlone(await read(), context.driver), {
    signal: context.signal,
    onEvent: context.inspect.onEvent,
  });
  const { catalogue, kept, unmanaged, server } = await read();
  return { ...about, catalogue, kept, unmanaged, server, warnings, normalisedBy: 'server' };
}

function leftAlone({ unmanaged }: Inspection, driver: Driver): ReadonlySet<string> {
  return new Set(unmanaged.map(({ name }) => driver.dialect.fold(name)));
}

interface Contents {
  readonly parts: readonly Part[];
  readonly documents: Documents;
  readonly renames: readonly RenameHint[];
  readonly warnings: SourceWarning[];
}

const noDocuments: Documents = { declared: [], renames: [], seeds: [], warnings: [] };

/** Reading documents takes a library that is slow to load, and files of SQL need none of it. */
async function documentReader(
  files: readonly SourceFile[],
  { driver, lenient = false }: SourceContext,
): Promise<DocumentReader | undefined> {
  if (files.every(({ format }) => format !== 'document')) return undefined;
  const { DocumentReader } = await import('./documents/read-documents.js');
  return new DocumentReader(driver, lenient);
}

async function readAll(files: readonly SourceFile[], context: SourceContext): Promise<Contents> {
  const { driver } = context;
  const reader = await documentReader(files, context);
  const parts: Part[] = [];
  const renames: RenameHint[] = [];
  const warnings: SourceWarning[] = [];
  for (const file of files) {
    const text = decodeText(file.bytes, file.path);
    switch (file.format) {
      case 'sql': {
        const content = readSql(text, file.path, driver.dialect);
        for (const part of content.parts) parts.push(part);
        renames.push(...content.renames);
        warnings.push(...content.warnings);
        break;
      }
      case 'document':
        reader?.readFile(text, file.path);
        break;
      default:
        throw new TypeError(`${String(file.format satisfies never)} is no format`);
    }
  }
  const documents = reader?.finish() ?? noDocuments;
  return {
    parts,
    documents,
    renames: [...renames, ...documents.renames],
    warnings: [...warnings, ...documents.warnings],
  };
}

/** The statements that create declared objects, each at the place of its document. */
function declaredParts(declared: readonly Declared[], server: Server, context: SourceContext): readonly Part[] {
  if (declared.length === 0) return [];
  const places = new Map(declared.map(({ object, at }) => [object.address, at]));
  const seen = new Set<SchemaObject>();
  return context
    .creation(
      declared.map(({ object }) => object),
      server,
    )
    .map(({ object, statement }) => {
      const isFirst = !seen.has(object);
      seen.add(object);
      const { parts } = partsOf(object.address);
      const name = parts.at(-1) ?? object.name;
      const needed = new Set(
        [...object.needs, ...(object.parent ? [object.parent] : [])].map((need) => partsOf(need).parts.at(-1) ?? ''),
      );
      return {
        at: places.get(object.address) ?? (object.parent && places.get(object.parent)) ?? object.address,
        statement,
        ...(isFirst && { defines: JSON.stringify([object.kind.toUpperCase(), ...parts]), name }),
        removes: false,
        mentions: () => needed,
      };
    });
}

/** Without a scratch database the driver's own idea of the normal form stands in for the server's. */
function normalised(
  declared: readonly Declared[],
  driver: Driver,
  warnings: readonly SourceWarning[],
): Pick<Compiled, 'catalogue' | 'unmanaged' | 'warnings' | 'normalisedBy'> {
  const unknown: Server = { product: driver.name, version: [], features: new Set() };
  const kinds = new Map(driver.kinds.map((kind) => [kind.kind, kind]));
  const objects = declared.flatMap(({ object }) => kinds.get(object.kind)?.normalize?.(object, unknown) ?? [object]);
  const warning = {
    at: declared[0]?.at ?? 'documents',
    message:
      'no scratch database was to be had, so the driver normalised the documents itself: differences of spelling may show as changes',
  };
  return {
    catalogue: createCatalogue(objects),
    unmanaged: [],
    warnings: [...warnings, warning],
    normalisedBy: 'driver',
  };
}
