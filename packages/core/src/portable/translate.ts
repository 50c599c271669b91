import type { Driver } from '../contract/driver.js';
import type { CarriedColumn, NotCarried, PortableEdge } from '../contract/portable.js';
import type { Statement } from '../contract/statement.js';
import { SyncError } from '../errors.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import { compileFiles } from '../source/compile-files.js';
import type { Compiled, Source } from '../source/compiled.js';
import { emptyMark } from '../source/empty-mark.js';

/** A state of one engine in the words of another. */
export interface Translation {
  /** By their drivers' names. */
  readonly from: string;
  readonly to: string;
  readonly statements: readonly Statement[];
  /** The statements as a file of desired state. */
  readonly script: string;
  /** How each column came over. */
  readonly columns: readonly CarriedColumn[];
  readonly notCarried: readonly NotCarried[];
  /** The statements as a source of the other engine: compiled, it is what a server makes of them. */
  readonly source: Source;
}

/** Says a state in the words of another engine. Nothing is left out without a word: what does not come over is named, with the reason. */
export function translate(state: Pick<Compiled, 'origin' | 'catalogue'>, from: Driver, to: Driver): Translation {
  const { statements, columns, notCarried } = edgeOf(to).write(edgeOf(from).read(state.catalogue));
  const texts = statements.map((statement) => `${to.dialect.print(statement)};\n`);
  const script = texts.length === 0 ? `-- ${emptyMark}\n` : texts.join('\n');
  const origin = `${state.origin} for ${to.name}`;
  const files = [{ path: origin, format: 'sql', bytes: Buffer.from(script) }] as const;
  return {
    from: from.name,
    to: to.name,
    statements,
    script,
    columns,
    notCarried,
    source: { origin, engine: async () => to.name, compile: (context) => compileFiles(origin, files, context) },
  };
}

/** What of a state has equals in other engines, as far as that shows by its kinds: the rest is not compared with what comes from one. */
export function portablePart(catalogue: Catalogue, driver: Driver): Catalogue {
  const { kinds } = edgeOf(driver);
  return createCatalogue([...catalogue].filter(({ kind }) => kinds.has(kind)));
}

function edgeOf({ name, portable }: Driver): PortableEdge {
  if (portable) return portable;
  throw new SyncError({
    code: 'CAPABILITY_MISSING',
    op: 'translate',
    message: `schemas of ${name} have no equals in other engines, and those of others none in ${name}`,
    hint: 'Engines of tables, keys and types that are alike can be translated into each other; write the desired state for this one by hand.',
  });
}
