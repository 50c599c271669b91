/** What a comment of a source says where nothing is meant to be there. */
export const emptyMark = '@empty';

/** Whether a comment, without its marks, says so. */
export function isEmptyMark(comment: string): boolean {
  return /^@empty\b/.test(comment);
}
