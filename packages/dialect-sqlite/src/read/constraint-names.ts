/** What is learnt of the names of constraints while a table is read. */
export class ConstraintNames {
  readonly all: string[] = [];
  /** Whether one constraint has several names, or one column NOT NULL twice. */
  repeats = false;

  add(name: string): string {
    this.all.push(name);
    return name;
  }
}
