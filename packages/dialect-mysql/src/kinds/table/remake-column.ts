import type { Flavour } from '../../flavour.js';
import { breaksClients, replacesValues } from '../../hazards.js';
import { foldMember, quoteName } from '../../text/names.js';
import { type Pair, type TableDifference, usualText } from './difference.js';
import type { Operation } from './operation.js';
import { printColumn } from './print.js';
import type { ColumnSpec } from './spec.js';

interface Facts {
  readonly difference: TableDifference;
  readonly flavour: Flavour;
  /** What it is called before, where that changes. */
  readonly old?: string | undefined;
  /** Where it stands, as a clause. */
  readonly place: string;
}

/** A column is dropped and added within one statement, so that what is built on it stays. One that is to be written keeps what it shows: it is stored first. */
export function remakeColumn({ from, to }: Pair<ColumnSpec>, facts: Facts): readonly Operation[] {
  const { difference, flavour, old } = facts;
  const table = difference.to;
  const renaming =
    old === undefined || foldMember(old) === foldMember(to.name)
      ? []
      : [breaksClients('column', `${table.name}.${old}`, to.name)];
  const again = (column: ColumnSpec, more: Pick<Operation, 'summary' | 'hazards'>): Operation => ({
    clause: `DROP COLUMN ${quoteName(old ?? to.name)},\n  ADD COLUMN ${printColumn(column, usualText(difference), flavour)} ${facts.place}`,
    stage: 'columns',
    cost: 'copy',
    about: `column ${to.name}`,
    ...more,
    hazards: [...(more.hazards ?? []), ...renaming],
  });
  if (to.generated)
    return [
      again(to, {
        summary: `compute column ${to.name} ${to.generated.stored ? 'when it is written' : 'when it is read'}`,
        hazards: from.generated ? [] : [replacesValues(table.name, to.name)],
      }),
    ];
  const stored = { ...from, generated: { as: from.generated?.as ?? '', stored: true } };
  return [
    again(stored, { summary: `compute column ${to.name} when it is written` }),
    {
      clause: `MODIFY COLUMN ${printColumn(to, usualText(difference), flavour)}`,
      stage: 'columns',
      cost: 'copy',
      summary: `keep what column ${to.name} shows`,
      about: `column ${to.name}`,
      behind: true,
    },
  ];
}
