import type { Part } from './build/part.js';
import type { SourceContext, SourceWarning } from './compiled.js';
import type { Documents } from './documents/read-documents.js';
import { Problems, sourceInvalid } from './invalid.js';

/** What a source holds, read and not yet built. */
interface Contents {
  readonly parts: readonly Part[];
  readonly documents: Documents;
}

/** What a state defines beside its own schema. */
interface Beside {
  readonly at: string;
  readonly what: string;
  readonly schema: string;
}

/**
 * Warns of what a state for parts of a database defines beside them: it is built to be referred to, and no plan makes it. What is another tenant's is refused by name.
 */
export function sharedBeside(contents: Contents, { driver, isOthers }: SourceContext): readonly SourceWarning[] {
  if (!isOthers) return [];
  const all = [...besideInFiles(contents, driver.dialect.namedInTable ?? {}), ...besideInDocuments(contents, driver)];
  const problems = new Problems();
  for (const { at, what, schema } of all.filter((each) => isOthers(each.schema))) {
    problems.attempt(() => {
      throw sourceInvalid(at, `${what} is defined in schema ${schema}, which is that of a tenant`, {
        hint: 'What all tenants are to be like names none of them: leave the schema out.',
        details: { schema },
      });
    });
  }
  problems.settle();
  return all.map(({ at, what, schema }) => ({
    at,
    message: `${what} lies in schema ${schema}, which tenants share: it is there to be referred to, and no plan for a tenant makes it`,
  }));
}

function besideInFiles({ parts }: Contents, namedInTable: Readonly<Record<string, string | null>>): readonly Beside[] {
  return parts.flatMap(({ at, path = [], type = '', name = '' }) => {
    const [schema = ''] = path;
    const isSchema = type === 'SCHEMA';
    if (type in namedInTable || (isSchema ? path.length !== 1 : path.length !== 2)) return [];
    return [{ at, what: `${type.toLowerCase()} ${name}`, schema }];
  });
}

function besideInDocuments({ documents }: Contents, driver: SourceContext['driver']): readonly Beside[] {
  return documents.declared.flatMap(({ object, at }) => {
    const schema = object.parent === undefined ? driver.schemaOf?.(object) : undefined;
    if (schema === undefined || schema === driver.dialect.home) return [];
    return [{ at, what: `${object.kind} ${object.name}`, schema }];
  });
}
