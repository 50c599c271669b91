-- alter table:users
--   change-property properties.compression: compression = {'chunk_length_in_kb': '16', 'class': 'org.apache.cassandra.io.compress.LZ4Compressor'} → compression = {'enabled': 'false'}

-- ==== up ====
-- batch

-- 1. change compression of table users (alter table:users)
ALTER TABLE users WITH compression = {'enabled': 'false'};

-- ==== down ====
-- batch

-- 1. change compression of table users (alter table:users)
ALTER TABLE users WITH compression = {'chunk_length_in_kb': '16', 'class': 'org.apache.cassandra.io.compress.LZ4Compressor'};
