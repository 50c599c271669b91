-- alter table:users
--   change-property properties.bloom_filter_fp_chance: bloom_filter_fp_chance = 0.01 → bloom_filter_fp_chance = 0.1
--   change-property properties.compaction: compaction = {'class': 'org.apache.cassandra.db.compaction.SizeTieredCompactionStrategy', 'max_threshold': '32', 'min_threshold': '4'} → compaction = {'class': 'org.apache.cassandra.db.compaction.LeveledCompactionStrategy', 'max_threshold': '32', 'min_threshold': '4', 'sstable_size_in_mb': '80'}

-- ==== up ====
-- batch

-- 1. change bloom_filter_fp_chance and compaction of table users (alter table:users)
ALTER TABLE users WITH bloom_filter_fp_chance = 0.1
  AND compaction = {'class': 'org.apache.cassandra.db.compaction.LeveledCompactionStrategy', 'max_threshold': '32', 'min_threshold': '4', 'sstable_size_in_mb': '80'};

-- ==== down ====
-- batch

-- 1. change bloom_filter_fp_chance and compaction of table users (alter table:users)
ALTER TABLE users WITH bloom_filter_fp_chance = 0.01
  AND compaction = {'class': 'org.apache.cassandra.db.compaction.SizeTieredCompactionStrategy', 'max_threshold': '32', 'min_threshold': '4'};
