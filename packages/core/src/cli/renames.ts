import type { RenameHint } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { writePath } from '../model/rename-text.js';
import type { Compiled } from '../source/compiled.js';
import { withoutHome } from '../source/sql/definition.js';
import { usage } from './arguments.js';

const form =
  '--rename old=new for an object, --rename table.old=table.new for a column; a name with a dot, a space, an equals sign or a quote in it stands in double quotes';

/** Reads `--rename` flags. A name with a dot, an equals sign or a quote in it is written in double quotes. */
export function readRenames(texts: readonly string[]): readonly RenameHint[] {
  return texts.map((text) => {
    const sides = split(text, '=');
    const [from, to] = sides.map((side) => split(side, '.').map(plain));
    if (sides.length !== 2 || !from || !to || [...from, ...to].includes('')) {
      throw usage(`--rename ${text} is not OLD=NEW`, `Write ${form}.`);
    }
    return { at: `--rename ${text}`, from, to, once: true };
  });
}

/** A desired state in which nothing is said of the old names of these. */
export function notRenamed(goal: Compiled, texts: readonly string[], { dialect }: Driver): Compiled {
  const key = (path: readonly string[]) => JSON.stringify(path.map((part) => dialect.fold(part)));
  const known = new Map(goal.renames.map(({ to }) => [key(to), writePath(to)]));
  const named = new Set(
    texts.map((text) => {
      const written = split(text, '.').map(plain);
      const path = [written, withoutHome(written, dialect)].map(key).find((each) => known.has(each));
      if (path !== undefined) return path;
      const names = [...known.values()];
      throw usage(
        `--not-renamed ${text}: the desired state says of nothing of this name that it was renamed`,
        names.length > 0 ? `It does of: ${names.join(', ')}.` : 'Leave it out.',
      );
    }),
  );
  return named.size === 0 ? goal : { ...goal, renames: goal.renames.filter(({ to }) => !named.has(key(to))) };
}

function split(text: string, at: string): readonly string[] {
  const parts = [''];
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (char === at && !quoted) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function plain(part: string): string {
  const trimmed = part.trim();
  return trimmed.startsWith('"') && trimmed.endsWith('"') && trimmed.length > 1
    ? trimmed.slice(1, -1).replaceAll('""', '"')
    : trimmed;
}
