import { describe, expect, it } from 'vitest';
import { mariadbFlavour } from '../src/flavours.js';
import { lexisWith } from '../src/lexis.js';
import { indexOptions } from '../src/read/index-options.js';

const lexis = lexisWith(mariadbFlavour.executedComments);
const optionsOf = (clauses: string) =>
  indexOptions(
    `CREATE TABLE \`t\` (\n  \`v\` vector(3) NOT NULL,\n  VECTOR KEY \`near\` (\`v\`)${clauses}\n)`,
    lexis,
  ).get('near');

describe('what an index over vectors says', () => {
  it.each([' `M`=8 `DISTANCE`=cosine', " `distance`='cosine' `m`='8'", " COMMENT 'c' `M`='8' `Distance`='COSINE'"])(
    'is the same in quotes or without, in any letters and order:%s',
    (clauses) => {
      expect(optionsOf(clauses)).toEqual(['`distance`=cosine', '`m`=8']);
    },
  );

  it('is not what a comment says', () => {
    expect(optionsOf(" COMMENT 'as `m`=8'")).toBeUndefined();
  });
});
