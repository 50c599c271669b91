const password = /^([a-z][a-z0-9+.-]*:\/\/[^:@/]*):.*@/i;
const secretParameter = /([?&;](?:[a-z_]*(?:password|passwd|pwd|secret|token|key))=)[^&;]*/gi;

/** A URL as it may be shown: the user stays, passwords go, whatever characters they are made of. */
export function redactUrl(url: string): string {
  return url.replace(password, '$1:***@').replace(secretParameter, '$1***');
}
