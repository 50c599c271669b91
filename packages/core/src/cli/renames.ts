import type { RenameHint } from '../contract/change.js';
import { usage } from './arguments.js';

const form = '--rename old=new for an object, --rename table.old=table.new for a column';

/** Reads `--rename` flags. A name with a dot, an equals sign or a quote in it is written in double quotes. */
export function readRenames(texts: readonly string[]): readonly RenameHint[] {
  return texts.map((text) => {
    const sides = split(text, '=');
    const [from, to] = sides.map((side) => split(side, '.').map(plain));
    if (sides.length !== 2 || !from || !to || [...from, ...to].includes('')) {
      throw usage(`--rename ${text} is not OLD=NEW`, `Write ${form}.`);
    }
    if (from.length !== to.length || !from.slice(0, -1).every((part, i) => part === to[i])) {
      throw usage(
        `--rename ${text} moves something from one place to another, which is not a rename`,
        `Write ${form}, with the new name of the table on both sides.`,
      );
    }
    return { at: `--rename ${text}`, from, to, once: true };
  });
}

/** A path as `--rename` and `@renamed` read it: names with a dot, an equals sign, a quote or a space in it in double quotes. */
export function writePath(parts: readonly string[]): string {
  return parts.map((part) => (/^[\p{L}\p{N}_$]+$/u.test(part) ? part : `"${part.replaceAll('"', '""')}"`)).join('.');
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
