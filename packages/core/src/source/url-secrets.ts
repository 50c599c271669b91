const userInformation = /^([a-z0-9+.-]+:\/\/[^\s:@/]*):(.*)@/is;
// `sslkey` names a file, and whoever has to find that file must be told which it is; the key itself is a secret.
const parameter =
  /([?&;](?!ssl[_-]?key=(?![^&;#]*BEGIN))(?:[a-z_-]*(?:password|passwd|pwd|secret|token|key))=)([^&;#]*)/gi;
const parameterInText =
  /([?&;](?!ssl[_-]?key=(?![^&;#]*BEGIN))(?:[a-z_-]*(?:password|passwd|pwd|secret|token|key))=)[^\s&;#'"`]*/gi;
// Looked for where a word begins alone: a value may be one word of many thousand letters, from each of which the rest would be read.
const urlInText = /(?<![a-z0-9+.-])[a-z0-9+.-]+:\/\/[^\s'"`]+/gi;

/** A URL as it may be shown: the user stays; passwords and parameters that sound like one go, whatever characters they are made of. */
export function redactUrl(url: string): string {
  return url.replace(userInformation, '$1:***@').replace(parameter, '$1***');
}

/** The same for every URL in a text, where a URL ends at a blank or a quote. */
export function redactUrls(text: string): string {
  return text.replace(urlInText, redactUrl).replace(parameterInText, '$1***');
}

/** What a URL holds that must not be shown, as it is written and decoded. */
export function secretsOf(url: string): readonly string[] {
  const password = userInformation.exec(url)?.[2];
  const parameters = [...url.matchAll(parameter)].map(([, , value = '']) => value);
  const written = [...(password === undefined ? [] : [password]), ...parameters].filter(Boolean);
  return [...new Set(written.flatMap((secret) => [secret, decode(secret)]))];
}

/** What a URL says that is no secret, even where its password is the same word: its scheme and its user. */
export function openWordsOf(url: string): readonly string[] {
  const [, scheme, user] = /^([a-z0-9+.-]+):\/\/(?:([^\s:@/]+)(?=[:@]))?/i.exec(url) ?? [];
  return [scheme, user].filter((word) => word !== undefined).map(decode);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
