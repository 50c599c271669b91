import type { SourceReader } from '../contract/source-reader.js';
import { compileFiles } from './compile-files.js';
import type { Source } from './compiled.js';

/** What a program declares, read by the package that knows its objects and built as files of SQL are. */
export function programSource(reader: SourceReader, path: string, origin: string, directory: string): Source {
  return {
    origin,
    engine: () => reader.engine(path, directory),
    compile: async (context) => {
      const { texts, warnings } = await reader.read(path, directory, context.driver);
      const encoder = new TextEncoder();
      const files = texts.map((text) => ({ path: text.path, format: 'sql', bytes: encoder.encode(text.sql) }) as const);
      const compiled = await compileFiles(origin, files, context);
      return { ...compiled, warnings: [...warnings, ...compiled.warnings] };
    },
  };
}
