import type { Change, Delta, ObjectKind, RenderContext, StepDraft } from '@sync/core';

type Rendered<S, D extends Delta> = Exclude<Change<S, D>, { verb: 'replace' }>;

/** Writes the steps of one kind for what is large, from those that do it in one go. */
export type OnlineSteps<S = unknown, D extends Delta = Delta> = (
  change: Rendered<S, D>,
  usual: readonly StepDraft[],
  context: RenderContext,
) => readonly StepDraft[];

/** A kind that changes what is large, or busy, in steps that keep nobody waiting. */
export function onlineKind<S, D extends Delta>(kind: ObjectKind<S, D>, steps: OnlineSteps<S, D>): ObjectKind<S, D> {
  return {
    ...kind,
    render(change, context) {
      const usual = kind.render(change, context);
      return 'impossible' in usual ? usual : steps(change, usual, context);
    },
  };
}

/** What has to be said before something goes, of the steps that take it away: those end with that. */
export function released(drafts: readonly StepDraft[]): readonly StepDraft[] {
  return apart(drafts.flatMap((draft) => (draft.sql.length > 1 ? [{ ...draft, sql: draft.sql.slice(0, -1) }] : [])));
}

/** Steps that each let go of their locks as soon as they are done. */
export function apart(drafts: readonly StepDraft[]): readonly StepDraft[] {
  return drafts.map((draft) => (draft.atomic === false ? draft : { ...draft, apart: true }));
}
