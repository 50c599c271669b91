const utf8 = new TextDecoder('utf-8', { fatal: true });

/** An expression of MySQL's information schema as it was written: the server shows the bytes of its letters as if each were one, in every session. */
export function reread(text: string): string {
  if (Buffer.byteLength(text) === text.length || /[^\0-\xff]/.test(text)) return text;
  try {
    return utf8.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}
