import { foldMember } from '../../text/names.js';
import type { IndexSpec } from './spec.js';

/** Whether an index is over a column itself, or over what its values begin with; an expression that names it is something else. */
export function isOver({ parts }: IndexSpec, name: string): boolean {
  return parts.some(({ column }) => column !== undefined && foldMember(column) === foldMember(name));
}
