/** What the server does to a table for a change of it, from the least on. */
export type Cost = 'instant' | 'in-place' | 'rebuild' | 'copy';

/** From the least on. */
const costs: readonly Cost[] = ['instant', 'in-place', 'rebuild', 'copy'];

/** The greatest of these. */
export function greatest(all: readonly Cost[]): Cost {
  return all.reduce((most, each) => (costs.indexOf(each) > costs.indexOf(most) ? each : most), 'instant' as Cost);
}

/**
 * What each change of a table costs on a server: found by asking the servers themselves for each ALGORITHM, and held against
 * https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html and https://mariadb.com/kb/en/innodb-online-ddl-overview/.
 */
export interface Costs {
  readonly addColumn: Cost;
  readonly addColumnNotLast: Cost;
  /** The same where the table has columns that are computed when they are read. */
  readonly addColumnNotLastAmongVirtual: Cost;
  readonly addColumnOfExpression: Cost;
  /** A column of shapes, or of days, that must have a value: the server has none to give it at once. */
  readonly addColumnOfShapes: Cost;
  /** Adding and dropping a column that is computed when it is read. */
  readonly virtualColumn: Cost;
  /** Dropping one behind which there is another. */
  readonly dropVirtualBeforeAnother: Cost;
  readonly renameColumn: Cost;
  /** Where a foreign key, of this table or to it, may name the column. */
  readonly renameColumnOfKey: Cost;
  readonly dropColumn: Cost;
  /** Adding and dropping columns where the table has a full-text index. */
  readonly columnsBesideFullText: Cost;
  readonly widenText: Cost;
  readonly changeNull: Cost;
  readonly reorder: Cost;
  readonly changeCollation: Cost;
  readonly changeCollationIndexed: Cost;
  /** Of a column by which the rows themselves are in order. */
  readonly changeCollationOfKey: Cost;
  /** Of a column that holds numbers of a list of texts. */
  readonly changeCollationOfList: Cost;
  /** More characters than before for a text, each of which stays as it is written. */
  readonly widenCharset: Cost;
  /** The same where an index holds the text, or rows are dealt out. */
  readonly widenCharsetIndexed: Cost;
  /** A column that counts up, with the key that it counts for. */
  readonly addCounter: Cost;
  /** Has a column count no more. */
  readonly takeCounter: Cost;
  readonly changeVirtual: Cost;
  /** Whatever is said anew of a column that is computed when it is read, and that an index holds. */
  readonly defineIndexedVirtual: Cost;
  /** What is only said of a column that is computed when it is written: its comment, whether it is seen. */
  readonly describeStored: Cost;
  readonly changeSpatialReference: Cost;
  readonly dropIndex: Cost;
  /** Another primary key in the place of one, where rows are dealt out. */
  readonly primaryKeyOfParted: Cost;
  readonly changeIndexUse: Cost;
  readonly dropForeignKey: Cost;
  readonly changeTableOption: Cost;
  readonly changeTableComment: Cost;
  readonly dropCheck: Cost;
}

/** MySQL with InnoDB. */
export const mysqlCosts: Costs = {
  addColumn: 'instant',
  addColumnNotLast: 'instant',
  addColumnNotLastAmongVirtual: 'instant',
  addColumnOfExpression: 'copy',
  addColumnOfShapes: 'rebuild',
  virtualColumn: 'instant',
  dropVirtualBeforeAnother: 'in-place',
  renameColumn: 'instant',
  renameColumnOfKey: 'in-place',
  dropColumn: 'instant',
  columnsBesideFullText: 'copy',
  widenText: 'in-place',
  changeNull: 'rebuild',
  reorder: 'rebuild',
  changeCollation: 'in-place',
  changeCollationIndexed: 'copy',
  changeCollationOfKey: 'copy',
  changeCollationOfList: 'instant',
  widenCharset: 'in-place',
  widenCharsetIndexed: 'copy',
  addCounter: 'rebuild',
  takeCounter: 'copy',
  changeVirtual: 'copy',
  defineIndexedVirtual: 'instant',
  describeStored: 'instant',
  changeSpatialReference: 'copy',
  dropIndex: 'in-place',
  primaryKeyOfParted: 'rebuild',
  changeIndexUse: 'in-place',
  dropForeignKey: 'in-place',
  changeTableOption: 'in-place',
  changeTableComment: 'in-place',
  dropCheck: 'instant',
};

/** Before 8.0.28 a column that is renamed is no change of the dictionary alone: https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations */
const beforeInstantRenames: Partial<Costs> = { renameColumn: 'in-place' };

/** Before 8.0.29 columns come at once behind all others alone, and none goes so: the same page. */
const beforeRowVersions: Partial<Costs> = {
  addColumnNotLast: 'rebuild',
  addColumnNotLastAmongVirtual: 'rebuild',
  dropColumn: 'rebuild',
};

/** What MySQL with InnoDB did otherwise in a version before these. What lies before 8.0.16 shows no checks, and is not read at all. */
export function earlierMysqlCosts(version: readonly number[]): Partial<Costs> {
  return {
    ...(isBefore(version, [8, 0, 29]) && beforeRowVersions),
    ...(isBefore(version, [8, 0, 28]) && beforeInstantRenames),
  };
}

function isBefore(version: readonly number[], bound: readonly number[]): boolean {
  const at = bound.findIndex((number, i) => (version[i] ?? 0) !== number);
  return at !== -1 && (version[at] ?? 0) < (bound[at] ?? 0);
}

/** MariaDB with InnoDB. */
export const mariadbCosts: Costs = {
  addColumn: 'instant',
  addColumnNotLast: 'instant',
  addColumnNotLastAmongVirtual: 'copy',
  addColumnOfExpression: 'copy',
  addColumnOfShapes: 'instant',
  virtualColumn: 'instant',
  dropVirtualBeforeAnother: 'instant',
  renameColumn: 'instant',
  renameColumnOfKey: 'instant',
  dropColumn: 'instant',
  columnsBesideFullText: 'rebuild',
  widenText: 'instant',
  changeNull: 'rebuild',
  reorder: 'instant',
  changeCollation: 'instant',
  changeCollationIndexed: 'in-place',
  changeCollationOfKey: 'copy',
  changeCollationOfList: 'copy',
  widenCharset: 'instant',
  widenCharsetIndexed: 'instant',
  addCounter: 'rebuild',
  takeCounter: 'instant',
  changeVirtual: 'instant',
  defineIndexedVirtual: 'copy',
  describeStored: 'copy',
  changeSpatialReference: 'instant',
  dropIndex: 'in-place',
  primaryKeyOfParted: 'copy',
  changeIndexUse: 'instant',
  dropForeignKey: 'in-place',
  changeTableOption: 'instant',
  changeTableComment: 'instant',
  dropCheck: 'instant',
};

/** Where rows are compressed nothing of them comes, goes or moves at once. What has to be a copy among columns that are computed when they are read is one here, too. */
export function costsCompressed(costs: Costs, hasVirtual: boolean): Costs {
  const dropColumn = hasVirtual ? greatest(['rebuild', costs.addColumnNotLastAmongVirtual]) : 'rebuild';
  return {
    ...costs,
    addColumn: 'rebuild',
    addColumnNotLast: 'rebuild',
    addColumnNotLastAmongVirtual: greatest(['rebuild', costs.addColumnNotLastAmongVirtual]),
    addColumnOfShapes: 'rebuild',
    dropColumn,
    reorder: 'rebuild',
  };
}

/** Where an index is over what is computed when it is read, MariaDB writes rows anew for what it does at once elsewhere, and keeps writers out meanwhile. */
export function costsBesideIndexedVirtual(costs: Costs): Costs {
  return {
    ...costs,
    addColumn: 'copy',
    addColumnNotLast: 'copy',
    addColumnOfShapes: 'copy',
    dropColumn: 'copy',
    columnsBesideFullText: 'copy',
    reorder: 'copy',
    changeNull: 'copy',
  };
}

/** The engine that changes tables in place. */
export const changesInPlace = 'InnoDB';

/** What is stored with another engine is copied for whatever is not written into the definition alone. */
const copied: Costs = {
  addColumn: 'copy',
  addColumnNotLast: 'copy',
  addColumnNotLastAmongVirtual: 'copy',
  addColumnOfExpression: 'copy',
  addColumnOfShapes: 'copy',
  virtualColumn: 'copy',
  dropVirtualBeforeAnother: 'copy',
  renameColumn: 'instant',
  renameColumnOfKey: 'instant',
  dropColumn: 'copy',
  columnsBesideFullText: 'copy',
  widenText: 'copy',
  changeNull: 'copy',
  reorder: 'copy',
  changeCollation: 'copy',
  changeCollationIndexed: 'copy',
  changeCollationOfKey: 'copy',
  changeCollationOfList: 'copy',
  widenCharset: 'copy',
  widenCharsetIndexed: 'copy',
  addCounter: 'copy',
  takeCounter: 'copy',
  changeVirtual: 'copy',
  defineIndexedVirtual: 'copy',
  describeStored: 'copy',
  changeSpatialReference: 'copy',
  dropIndex: 'copy',
  primaryKeyOfParted: 'copy',
  changeIndexUse: 'instant',
  dropForeignKey: 'copy',
  changeTableOption: 'copy',
  changeTableComment: 'instant',
  dropCheck: 'copy',
};

/** MySQL with MyISAM, MEMORY and their like. */
export const mysqlCostsElsewhere: Costs = copied;

/** MariaDB with Aria, MyISAM, MEMORY and their like. */
export const mariadbCostsElsewhere: Costs = { ...copied, dropCheck: 'instant' };

/** What an operation costs where nothing is built in place. */
export function withoutPlace(cost: Cost): Cost {
  return cost === 'instant' ? cost : 'copy';
}
