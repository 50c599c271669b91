import { openWordsOf, redactUrls, secretsOf } from '../source/url-secrets.js';
import { spellingsOf } from './spellings.js';

/** Takes secrets out of texts before anybody reads them. */
export interface Redactor {
  /** Makes a value known as a secret, in every form in which it may be printed. */
  add(secret: string): void;
  /** Has a text that came by reference stand as that reference wherever it would be printed, unless it could be a word of the schema. */
  addReference(text: string, reference: string): void;
  /** Makes the password and the secret parameters of a URL known. */
  addUrl(url: string): void;
  /** For messages, logs and reports: known secrets, and whatever stands where a URL has its password. */
  redact(text: string): string;
  /** For documents that are read back or executed (plans, SQL, snapshots): only secrets that cannot be a word of the schema. */
  redactDocument(text: string): string;
  /** The same for a document that is nothing but SQL or definitions: the host of a database that came by reference is an ordinary text there. */
  redactScript(text: string): string;
}

const mask = '***';
/** Below this a secret is likely to be a word that a schema uses too, so it is only masked where it stands alone. */
const distinctive = 8;
/** Below this a secret would hide every text there is, so it is only masked in quotes, or behind the name of a secret. */
const wordLike = 3;

const secretName = '(?:[Pp]ass(?:word|wd)|PASSWORD|[Pp]wd|PWD|[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Kk]ey|KEY)';

/** Makes a redactor that knows no secret yet. */
export function createRedactor(): Redactor {
  const known = new Map<string, Masked>();
  const openWords = new Set<string>();
  let sorted: readonly Masked[] | undefined;
  const masks = () => {
    sorted ??= [...known]
      .map(([form, mask]) => (openWords.has(form) ? openWord(form) : mask))
      .sort((a, b) => b.length - a.length);
    return sorted;
  };
  const put = (form: string, mask: Masked) => {
    known.set(form, mask);
    sorted = undefined;
  };
  const add = (secret: string) => {
    for (const form of formsOf(secret)) if (!known.has(form)) put(form, masked(form));
  };
  return {
    add,
    addReference: (text, reference) => {
      if (/[^\p{L}\p{N}_]/u.test(text.trim())) put(text.trim(), referred(text.trim(), reference));
    },
    addUrl: (url) => {
      for (const word of openWordsOf(url)) openWords.add(word);
      sorted = undefined;
      secretsOf(url).forEach(add);
    },
    redact: (text) => redactUrls(replaced(text, masks())),
    redactDocument: (text) =>
      replaced(
        text,
        masks().filter(({ alone }) => !alone),
      ),
    redactScript: (text) =>
      replaced(
        text,
        masks().filter(({ alone, ordinary }) => !alone && !ordinary),
      ),
  };
}

function replaced(text: string, masks: readonly Masked[]): string {
  return masks.reduce((said, { pattern, shown }) => said.replace(pattern, () => shown), text);
}

interface Masked {
  readonly length: number;
  readonly pattern: RegExp;
  /** What stands in its place. */
  readonly shown: string;
  /** Whether it may be a word of the schema. */
  readonly alone: boolean;
  /** Whether it names no more than a host, which a schema may name, too. */
  readonly ordinary?: boolean;
}

/** What came by reference begins and ends where words do: `app` is not the beginning of `app2`. */
function referred(text: string, shown: string): Masked {
  const start = /^[\p{L}\p{N}_]/u.test(text) ? '(?<![\\p{L}\\p{N}_])' : '';
  const pattern = new RegExp(`${start}(?:${spellingsOf(text)})(?![\\p{L}\\p{N}_])`, 'gu');
  return { length: text.length, shown, pattern, alone: text.length < distinctive, ordinary: !text.includes('/') };
}

function masked(secret: string, shown = mask): Masked {
  const { length } = secret;
  const any = `(?:${spellingsOf(secret)})`;
  if (length >= distinctive || (length > wordLike && /[!@#$%^&*?~|\\]/.test(secret)))
    return { length, shown, pattern: new RegExp(any, 'gu'), alone: false };
  const place =
    length >= wordLike
      ? `(?<![\\p{L}\\p{N}_])${any}(?![\\p{L}\\p{N}_])`
      : `(?<=["'\`])${any}(?=["'\`])|(?<=${secretName}["']?\\s*[=:]\\s*)${any}(?![\\p{L}\\p{N}_])`;
  return { length, shown, pattern: new RegExp(place, 'gu'), alone: true };
}

/**
 * A secret that is the scheme or the user of a URL as well, as first passwords often are. Schemas, names of classes and addresses say that word, so that it is
 * masked where it stands alone, and never in what is executed.
 */
function openWord(word: string): Masked {
  const pattern = `(?<![\\p{L}\\p{N}_.-])(?:${spellingsOf(word)})(?![\\p{L}\\p{N}_-]|\\.\\p{L}|:\\/\\/)`;
  return { length: word.length, shown: mask, pattern: new RegExp(pattern, 'gu'), alone: true };
}

/** A secret of several lines may be printed line by line. */
function formsOf(secret: string): readonly string[] {
  const plain = secret.trim();
  const lines = plain.split('\n').map((line) => line.trim());
  return [plain, ...lines.filter((line) => line.length >= wordLike)].filter(Boolean);
}
