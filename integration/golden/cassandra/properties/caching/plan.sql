-- alter table:users
--   change-property properties.caching: caching = {'keys': 'ALL', 'rows_per_partition': 'NONE'} → caching = {'keys': 'NONE', 'rows_per_partition': '10'}

-- ==== up ====
-- batch

-- 1. change caching of table users (alter table:users)
ALTER TABLE users WITH caching = {'keys': 'NONE', 'rows_per_partition': '10'};

-- ==== down ====
-- batch

-- 1. change caching of table users (alter table:users)
ALTER TABLE users WITH caching = {'keys': 'ALL', 'rows_per_partition': 'NONE'};
