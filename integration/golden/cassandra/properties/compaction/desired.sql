CREATE TABLE users (id int PRIMARY KEY, name text) WITH compaction = {'class': 'LeveledCompactionStrategy', 'sstable_size_in_mb': 80};
