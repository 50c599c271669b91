/** Takes secrets out of texts before anybody reads them. */
export interface Redactor {
  /** Makes a value known as a secret, in every form in which it may be printed. */
  add(secret: string): void;
  /** For messages, logs and reports: known secrets, and whatever stands where a URL has its password. */
  redact(text: string): string;
  /** For documents that are read back or executed (plans, SQL, snapshots): only secrets long enough not to be a word of the schema. */
  redactDocument(text: string): string;
}

const mask = '***';
/** Below this a secret is likely to be a word that a schema uses too, so it is only masked where it stands alone. */
const distinctive = 8;
/** Below this masking would hide every text there is; the password of a URL is masked whatever its length. */
const shortest = 3;

const userInformation = /([A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s:@/'"`]*):[^\s'"`]*@/g;
const parameter = /([?&;](?:password|passwd|pwd|token|secret|access_?key|api_?key|auth_?token)=)[^\s&;'"`]+/gi;

/** Makes a redactor that knows no secret yet. */
export function createRedactor(): Redactor {
  const long = new Set<string>();
  const short = new Set<string>();
  return {
    add(secret) {
      for (const form of formsOf(secret)) {
        if (form.length >= distinctive) long.add(form);
        else if (form.length >= shortest) short.add(form);
      }
    },
    redact(text) {
      const masked = maskWords(maskAll(text, long), short);
      return masked.replace(userInformation, `$1:${mask}@`).replace(parameter, `$1${mask}`);
    },
    redactDocument: (text) => maskAll(text, long),
  };
}

/** The password in a URL, decoded, or undefined where there is none. */
export function passwordOf(url: string): string | undefined {
  const found = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s:@/]*:(.*)@/s.exec(url)?.[1];
  return found === undefined ? undefined : decode(found);
}

function formsOf(secret: string): readonly string[] {
  const plain = secret.trim();
  const encoded = encodeURIComponent(plain);
  const strict = encoded.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return [
    plain,
    encoded,
    strict,
    strict.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    JSON.stringify(plain).slice(1, -1),
    Buffer.from(plain).toString('base64'),
    ...plain.split('\n').map((line) => line.trim()),
  ];
}

function maskAll(text: string, secrets: ReadonlySet<string>): string {
  let masked = text;
  for (const secret of longestFirst(secrets)) masked = masked.replaceAll(secret, mask);
  return masked;
}

function maskWords(text: string, secrets: ReadonlySet<string>): string {
  let masked = text;
  for (const secret of longestFirst(secrets)) {
    const escaped = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    masked = masked.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'gu'), mask);
  }
  return masked;
}

function longestFirst(secrets: ReadonlySet<string>): readonly string[] {
  return [...secrets].sort((a, b) => b.length - a.length);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
