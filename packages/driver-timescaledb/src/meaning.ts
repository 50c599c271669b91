import { editionHint } from './kinds/edition.js';
import { betweenHypertablesHint } from './kinds/restricting.js';

interface Meaning {
  readonly code: 'UNSUPPORTED';
  readonly hint: string;
}

/** What an error of the extension means to a user: `TS…` are its own codes. */
export function meaningOf({
  code,
  message,
}: {
  readonly code: string | undefined;
  readonly message: string;
}): Meaning | undefined {
  // Told apart by their words alone: their code is that of whatever a server does not do.
  if (code === '0A000') {
    const said = byWords.find(({ words }) => message.includes(words));
    if (said) return { code: 'UNSUPPORTED', hint: said.hint };
  }
  return code !== undefined && Object.hasOwn(byCode, code) ? byCode[code] : undefined;
}

const byWords = [
  { words: '"apache" license', hint: editionHint },
  { words: 'foreign key references of hypertables', hint: betweenHypertablesHint },
] as const;

const byCode: Readonly<Record<string, Meaning>> = {
  TS103: {
    code: 'UNSUPPORTED',
    hint: 'A hypertable is unique, or has a key, only together with every column that its rows are dealt by: add them to it.',
  },
};
