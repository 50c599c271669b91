/** The types of columns that hold shapes. */
export const shapes: ReadonlySet<string> = new Set([
  ...['geometry', 'point', 'linestring', 'polygon'],
  ...['multipoint', 'multilinestring', 'multipolygon', 'geometrycollection', 'geomcollection'],
]);
