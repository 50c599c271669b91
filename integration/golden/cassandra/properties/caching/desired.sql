CREATE TABLE users (id int PRIMARY KEY, name text) WITH caching = {'keys': 'NONE', 'rows_per_partition': '10'};
