// Control characters, and those that turn the direction of text: a name that holds them could make a terminal show something else than what it is.
const hidden = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text of several lines with everything that a terminal would act on made visible. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(hidden, escaped);
}

/** The same for what must stay on its line. */
export function visible(text: string): string {
  return text.replace(hidden, escaped).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/** JSON text in which such characters are escaped as JSON does it, so that it means the same. */
export function visibleJson(text: string): string {
  return text.replace(hidden, escaped);
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
