/** When a trigger fires, where that is not the usual. */
export type TriggerState = 'disabled' | 'replica' | 'always';

/** A trigger of a table or view. */
export interface TriggerSpec {
  /** When and at what: `BEFORE INSERT OR UPDATE OF a`. */
  readonly event: string;
  /** What stands behind the name of its table, as the server prints it: `FOR EACH ROW EXECUTE FUNCTION public.f()`. */
  readonly action: string;
  readonly constraint?: true;
  /** Absent where it fires as it was made to. */
  readonly state?: TriggerState;
}
