/** JSON text of a value in which every string, and every name, went through a mask before it was escaped. */
export function redactedJson(value: unknown, mask: (text: string) => string, indent?: number): string {
  return JSON.stringify(value, (_, member: unknown) => maskedMember(member, mask), indent);
}

function maskedMember(member: unknown, mask: (text: string) => string): unknown {
  if (typeof member === 'string') return mask(member);
  if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
  const names = Object.keys(member);
  if (names.every((name) => mask(name) === name)) return member;
  return Object.fromEntries(Object.entries(member).map(([name, inner]) => [mask(name), inner]));
}
