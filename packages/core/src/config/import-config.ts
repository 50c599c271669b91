import { randomBytes } from 'node:crypto';
import { readFile, unlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Document, LineCounter, Parser, parseDocument } from 'yaml';
import { SyncError } from '../errors.js';
import { findPackage } from '../load/package-files.js';
import { deepest, tooDeep } from '../source/documents/depth.js';

/** Reads or executes a config file and gives what it says, unchecked. */
export async function importConfig(file: string): Promise<unknown> {
  const extension = extname(file);
  try {
    if (extension === '.json' || extension === '.yaml' || extension === '.yml')
      return readText(await readFile(file, 'utf8'), file);
    if (extension === '.ts' || extension === '.mts') return await importTypeScript(file);
    return defaultOf(await import(pathToFileURL(file).href));
  } catch (cause) {
    if (cause instanceof SyncError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'config',
      message: `${file} cannot be read: ${message}`,
      cause,
      hint: hintFor(extension),
    });
  }
}

function hintFor(extension: string): string {
  return extension === '.json' || extension.startsWith('.y')
    ? 'Mend the syntax at the place that the message names.'
    : 'The config is a module that exports the settings as its default: export default defineConfig({ … }).';
}

/** JSON is YAML too. Errors tell the place and do not quote it, since it may be a secret. */
function readText(text: string, file: string): unknown {
  const lineCounter = new LineCounter();
  const invalidAt = (offset: number, message: string) => {
    const { line, col } = lineCounter.linePos(offset);
    return new SyncError({
      code: 'CONFIG_INVALID',
      op: 'config',
      message: `${file}:${line}:${col}: ${message}`,
      hint: hintFor(extname(file)),
    });
  };
  const deep = tooDeep([...new Parser(lineCounter.addNewLine).parse(text)]);
  if (deep) throw invalidAt(deep.offset, `this is nested more than ${deepest} levels deep`);
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error) throw invalidAt(error.pos[0], error.message);
  return plainOf(document, file);
}

/** An alias without an anchor fails here, and the library quotes it: it may be a secret that begins with a star. */
function plainOf(document: Document, file: string): unknown {
  try {
    return document.toJS() ?? {};
  } catch {
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'config',
      message: `${file}: an alias has no anchor`,
      hint: 'Put quotes around a value that begins with * or &.',
    });
  }
}

/** A runtime that strips types does it; else what the project has: jiti, or esbuild. Nothing is shipped for a file that most do not have. */
async function importTypeScript(file: string): Promise<unknown> {
  if (stripsTypes()) return defaultOf(await import(pathToFileURL(file).href));
  const require = createRequire(file);
  const jiti = findPackage('jiti', dirname(file));
  if (jiti) {
    const { createJiti } = require(jiti.folder) as {
      createJiti(from: string): { import(file: string): Promise<unknown> };
    };
    return defaultOf(await createJiti(file).import(file));
  }
  const esbuild = findPackage('esbuild', dirname(file));
  if (esbuild) return importTransformed(file, require(esbuild.folder) as Transformer);
  throw new SyncError({
    code: 'CONFIG_INVALID',
    op: 'config',
    message: `${file} is TypeScript, which Node.js ${process.versions.node} does not run`,
    hint: 'Use Node.js 22.18 or later, install jiti or esbuild in the project, or write the config as schema-sync.config.mjs, .json or .yaml.',
  });
}

function stripsTypes(): boolean {
  return Boolean((process.features as { readonly typescript?: unknown }).typescript);
}

/** The part of esbuild that is used. */
interface Transformer {
  transform(
    text: string,
    options: { readonly loader: 'ts'; readonly format: 'esm'; readonly sourcefile: string },
  ): Promise<{ readonly code: string }>;
}

/** The JavaScript stands beside the file while it is imported, so that its own imports resolve as they are written. */
async function importTransformed(file: string, esbuild: Transformer): Promise<unknown> {
  const { code } = await esbuild.transform(await readFile(file, 'utf8'), {
    loader: 'ts',
    format: 'esm',
    sourcefile: file,
  });
  const beside = join(dirname(file), `.schema-sync.config.${randomBytes(6).toString('hex')}.mjs`);
  await writeFile(beside, code, { mode: 0o600, flag: 'wx' });
  try {
    return defaultOf(await import(pathToFileURL(beside).href));
  } finally {
    await unlink(beside);
  }
}

/** CommonJS in an ES module's clothes has its default one level deeper. */
function defaultOf(module: unknown): unknown {
  const outer = (module as { readonly default?: unknown }).default;
  if (typeof outer === 'object' && outer !== null && '__esModule' in outer && 'default' in outer) return outer.default;
  return outer;
}
