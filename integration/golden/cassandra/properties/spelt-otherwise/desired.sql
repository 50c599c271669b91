CREATE TABLE users (id int PRIMARY KEY, name text) WITH compaction = {'class': 'SizeTieredCompactionStrategy'} AND speculative_retry = '99PERCENTILE' AND comment = '' AND caching = {'keys': 'all'};
