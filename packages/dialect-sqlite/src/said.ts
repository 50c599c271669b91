/** What SQLite said, as a reader knows it: a table that is being rebuilt has another name for a while, of which a reader knows nothing. */
export function withoutInterim(text: string): string {
  return text.replaceAll(/\b_schema_sync_[0-9a-f]{8}_/g, '');
}

/** What SQLite says when ALTER TABLE, which reads the whole schema, cannot read a part of it; `after …` follows where the statement itself would break it. */
const unreadable = /^error in (view|trigger|table|index) (.+?)( after [a-z ]+)?: /;

/** What to do where a part of the schema cannot be read, and for that nothing be altered; undefined where something else was said. */
export function hintForUnreadable(said: string): string | undefined {
  const [, kind, name, after] = unreadable.exec(said) ?? [];
  if (kind === undefined || after !== undefined) return undefined;
  return `The ${kind} ${name} is broken, and SQLite alters no table while it is there: mend it or drop it, in the desired state or, where it is left alone, in the database itself, and plan again.`;
}
