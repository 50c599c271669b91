/**
 * A pattern for a secret in whatever spelling it may be printed: as it is, percent-encoded in part or whole, with the escapes of JSON (once, or JSON within
 * JSON), with its quotes doubled as SQL does it, or in base64, also in the middle of something longer.
 */
export function spellingsOf(secret: string): string {
  return [[...secret].map(spellingsOfCharacter).join(''), ...base64Of(secret)].join('|');
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };

function spellingsOfCharacter(char: string): string {
  const percent = [...Buffer.from(char)].map((byte) => `%${hex(byte, 2)}`).join('');
  const units = Array.from({ length: char.length }, (_, i) => `\\\\+u${hex(char.charCodeAt(i), 4)}`).join('');
  const spellings = [escaped(char), percent, units];
  const short = shortEscapes[char];
  if (short) spellings.push(`\\\\+${short}`);
  if (char === ' ') spellings.push('\\+');
  if (char === '\\') spellings.unshift('\\\\+');
  if (char === '"' || char === "'" || char === '/') spellings.push(`\\\\+${char}`);
  if (char === '"' || char === "'") spellings.unshift(char + char);
  return `(?:${spellings.join('|')})`;
}

/** A number in hexadecimal, in capitals or not. */
function hex(value: number, digits: number): string {
  const text = value.toString(16).padStart(digits, '0');
  return text.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/** Six bits a character: what the secret alone decides of them, wherever in three bytes it begins. */
function base64Of(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  if (bytes.length < 6) return [];
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const own = text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    return [...own].map((char) => (char === '+' ? '[+-]' : char === '/' ? '[/_]' : char)).join('');
  });
}

function escaped(char: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}
