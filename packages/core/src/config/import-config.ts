import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Document, LineCounter, Parser, parseDocument } from 'yaml';
import { SyncError } from '../errors.js';
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
      hint: cause instanceof SyntaxError ? hintForSyntax(file, extension) : hintFor(extension),
    });
  }
}

function hintFor(extension: string): string {
  return extension === '.json' || extension.startsWith('.y')
    ? 'Mend the syntax at the place that the message names.'
    : 'The config is a module that exports the settings as its default: export default defineConfig({ … }).';
}

/** What is not JavaScript is told by Node without its line, which it shows where it runs the file itself. */
function hintForSyntax(file: string, extension: string): string {
  return extension.endsWith('js') ? `To see the line: node ${JSON.stringify(file)}` : hintFor(extension);
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

/** A runtime that strips types does it by itself; jiti is loaded only where it does not. */
async function importTypeScript(file: string): Promise<unknown> {
  if ((process.features as { readonly typescript?: unknown }).typescript)
    return defaultOf(await import(pathToFileURL(file).href));
  const { createJiti } = await import('jiti');
  // A config may hold secrets: no copy of it is left in a cache.
  return defaultOf(await createJiti(file, { fsCache: false }).import(file));
}

/** CommonJS in an ES module's clothes has its default one level deeper. */
function defaultOf(module: unknown): unknown {
  const outer = (module as { readonly default?: unknown }).default;
  if (typeof outer === 'object' && outer !== null && '__esModule' in outer && 'default' in outer) return outer.default;
  return outer;
}
