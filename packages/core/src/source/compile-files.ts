import type { RenameHint } from '../contract/change.js';
import type { Connection, Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Unmanaged } from '../contract/kind.js';
import { isSyncError } from '../errors.js';
import { check } from '../inspect/check.js';
import { type Inspection, inspect } from '../inspect/inspect.js';
import { partsOf } from '../model/address.js';
import { createCatalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { buildParts } from './build/build.js';
import type { Part } from './build/part.js';
import type { Compiled, SourceContext, SourceWarning } from './compiled.js';
import type { Declared, DocumentReader, Documents } from './documents/read-documents.js';
import { type DecodedLines, decodeLines, decodeText } from './files/decode.js';
import type { SourceFile } from './files/source-file.js';
import { locate, placesOf, sortOut } from './flaws.js';
import { Problems, sourceInvalid } from './invalid.js';
import { leaningOn } from './leaning.js';
import { sharedBeside } from './shared-beside.js';
import { definitionKey } from './sql/definition.js';
import { readSql } from './sql/read-sql.js';

/** Builds SQL and documents in one scratch database and reads back what the server made of them. */
export async function compileFiles(
  origin: string,
  files: readonly SourceFile[],
  context: SourceContext,
): Promise<Compiled> {
  const contents = await readAll(files, context);
  const { parts, documents, renames, warnings } = contents;
  const about = { origin, renames, seeds: documents.seeds };
  refuseUnmeant(origin, contents);
  refuseReturned(contents, context.driver);
  const shared = sharedBeside(contents, context);
  let scratch: Connection;
  try {
    scratch = await context.scratch();
  } catch (error) {
    const isAbsent = isSyncError(error) && error.code === 'SCRATCH_UNAVAILABLE';
    if (!isAbsent || parts.length > 0) throw error;
    return { ...about, ...normalised([...documents.implied, ...documents.declared], context.driver, warnings) };
  }
  await using connection = scratch;
  // Whatever is in scratch was put there by the source, so the desired state names it.
  const options = { ...context.inspect, claimed: { has: () => true } };
  const read = () => inspect(connection, context.driver, options);
  const all = [...missing(documents.implied, parts), ...documents.declared];
  const built = [...parts, ...declaredParts(all, connection.server, context)];
  await buildParts(connection, built, async () => leftAlone(await read(), context.driver), {
    signal: context.signal,
    onEvent: context.inspect.onEvent,
  });
  const { catalogue, kept, unmanaged, uncovered = [], byproducts = [], server } = await read();
  const found = await check(connection, context.driver, catalogue, context.signal);
  const { flaws, doubts, elsewhere } = sortOut(locate(found, catalogue, context.driver, built, origin), context);
  const needing = locate(leaningOn(catalogue, kept, context.driver), catalogue, context.driver, built, origin);
  const told = [
    ...warnings,
    ...doubts,
    ...shared,
    ...uncovered.map((each) => notPlanned(each, origin)),
    ...byproducts.flatMap((each) => demanded(each, built, context.driver)),
  ];
  const leaning = [...needing, ...elsewhere];
  const places = placesOf(catalogue, context.driver, built, origin);
  return {
    ...about,
    catalogue,
    kept,
    unmanaged,
    server,
    warnings: told,
    flaws,
    leaning,
    places,
    normalisedBy: 'server',
  };
}

/** What is defined and nobody reads would be missing in silence. */
function notPlanned({ kind, name, reason }: Unmanaged, at: string): SourceWarning {
  // What a database has one of goes by no name.
  const what = name === kind ? `the ${kind}` : `${kind} ${name}`;
  return { at, message: `${what} is defined here, and no plan creates it: ${reason}` };
}

/** What is taken for a byproduct, and a statement defines it. Dumps write those with `IF NOT EXISTS`, which asks for no more than the name. */
function demanded(byproduct: Unmanaged, parts: readonly Part[], { dialect }: Driver): readonly SourceWarning[] {
  const name = dialect.fold(byproduct.name);
  return parts
    .filter((part) => !part.tolerant && part.type === typeOf(byproduct) && part.name === name)
    .map(({ at }) => notPlanned(byproduct, at));
}

function leftAlone({ unmanaged }: Inspection, driver: Driver): ReadonlySet<string> {
  return new Set(unmanaged.map(({ name }) => driver.dialect.fold(name)));
}

interface Contents {
  readonly parts: readonly Part[];
  readonly documents: Documents;
  readonly renames: readonly RenameHint[];
  readonly warnings: SourceWarning[];
  /** Where the source says that nothing is meant to be there. */
  readonly empty: readonly string[];
}

/** Nothing is what a pipe gives whose other end failed, and what a folder holds that is the wrong one: it has to be meant. */
function refuseUnmeant(origin: string, { parts, documents, warnings, empty }: Contents): void {
  const first = parts[0]?.at ?? documents.declared[0]?.at;
  const [mark] = empty;
  if (mark !== undefined && first !== undefined) {
    throw sourceInvalid(mark, `this says that the schema is empty, and something is defined at ${first}`, {
      hint: 'Take one of the two out.',
    });
  }
  if (first !== undefined || mark !== undefined || documents.deleted.length > 0) return;
  const left = warnings.map(({ at, message }) => `${at}: ${message}`).slice(0, 5);
  throw sourceInvalid(origin, ['nothing is defined here', ...left].join('\n  '), {
    hint: 'An empty schema would drop all there is. Where that is what you want, say so in a comment: `-- @empty`, or `# @empty` in YAML.',
  });
}

const noDocuments: Documents = {
  declared: [],
  implied: [],
  renames: [],
  seeds: [],
  warnings: [],
  deleted: [],
  empty: [],
};

/** Reading documents takes a library that is slow to load, and files of SQL need none of it. */
async function documentReader(
  files: readonly SourceFile[],
  { driver, lenient = false }: SourceContext,
  problems: Problems,
): Promise<DocumentReader | undefined> {
  if (files.every(({ format }) => format !== 'document')) return undefined;
  const { DocumentReader } = await import('./documents/read-documents.js');
  return new DocumentReader(driver, lenient, problems);
}

async function readAll(files: readonly SourceFile[], context: SourceContext): Promise<Contents> {
  const { driver } = context;
  const problems = new Problems();
  const reader = await documentReader(files, context, problems);
  const parts: Part[] = [];
  const renames: RenameHint[] = [];
  const warnings: SourceWarning[] = [];
  const empty: string[] = [];
  const readSqlFile = (lines: DecodedLines, path: string) => {
    const content = readSql(lines, path, driver.dialect, problems);
    for (const part of content.parts) parts.push(part);
    renames.push(...content.renames);
    warnings.push(...content.warnings);
    if (content.empty !== undefined) empty.push(content.empty);
  };
  for (const file of files) {
    problems.attempt(() => {
      switch (file.format) {
        case 'sql':
          return readSqlFile(decodeLines(file.bytes, file.path), file.path);
        case 'document':
          return reader?.readFile(decodeText(file.bytes, file.path), file.path);
        default:
          throw new TypeError(`${String(file.format satisfies never)} is no format`);
      }
    });
  }
  problems.settle();
  const documents = reader?.finish() ?? noDocuments;
  return {
    parts,
    documents,
    renames: [...renames, ...documents.renames],
    warnings: [...warnings, ...documents.warnings],
    empty: [...empty, ...documents.empty],
  };
}

/** What one document declares as gone and something else defines is there and is not there. */
function refuseReturned({ parts, documents }: Contents, { dialect }: Driver): void {
  const problems = new Problems();
  const keyOf = (path: readonly string[]) => JSON.stringify(path.map(dialect.fold));
  const defined = new Map(parts.flatMap(({ path, at }) => (path === undefined ? [] : [[keyOf(path), at] as const])));
  for (const { object, at } of documents.declared) defined.set(keyOf(partsOf(object.address).parts), at);
  for (const { path, at } of documents.deleted) {
    const other = defined.get(keyOf(path));
    if (other === undefined) continue;
    problems.attempt(() => {
      throw sourceInvalid(at, `${path.join('.')} is declared as deleted, and it is defined at ${other}`, {
        hint: 'Take one of the two out.',
        details: { places: [at, other] },
      });
    });
  }
  problems.settle();
}

/** What documents take for granted and no statement of the source makes. */
function missing(implied: readonly Declared[], parts: readonly Part[]): readonly Declared[] {
  const made = new Set(parts.flatMap(({ defines }) => defines ?? []));
  return implied.filter(({ object }) => !made.has(keyOfObject(object)));
}

function keyOfObject({ kind, address }: SchemaObject): string {
  return definitionKey(typeOf({ kind }), partsOf(address).parts);
}

/** What a CREATE statement would call it. */
function typeOf({ kind }: Pick<SchemaObject, 'kind'>): string {
  return kind.replace(/^.*[/-]/, '').toUpperCase();
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
    .map(({ object, statement, settings }) => {
      const isFirst = !seen.has(object);
      seen.add(object);
      const { parts } = partsOf(object.address);
      const name = parts.at(-1) ?? object.name;
      const type = typeOf(object);
      const needed = new Set(
        [...object.needs, ...(object.parent ? [object.parent] : [])].map((need) => partsOf(need).parts.at(-1) ?? ''),
      );
      return {
        at: places.get(object.address) ?? (object.parent && places.get(object.parent)) ?? object.address,
        statement,
        ...(settings && { settings }),
        ...(isFirst && { defines: definitionKey(type, parts), type, name }),
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
