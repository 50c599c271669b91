import { expect, test } from 'vitest';
import { propertiesIn, saidNames } from '../src/table/properties.js';

test('compaction is said where a node has one of its own for tables that say nothing', () => {
  const usual = propertiesIn({
    compaction: {
      class: 'org.apache.cassandra.db.compaction.SizeTieredCompactionStrategy',
      ...{ max_threshold: '32', min_threshold: '4' },
    },
    gc_grace_seconds: 60,
  });
  expect(saidNames(usual, { features: new Set() })).toEqual(['gc_grace_seconds']);
  expect(saidNames(usual, { features: new Set(['own-compaction']) })).toEqual(['compaction', 'gc_grace_seconds']);
});
