-- alter table:users
--   change-property properties.compression: compression = {'chunk_length_in_kb': '16', 'class': 'org.apache.cassandra.io.compress.LZ4Compressor'} → compression = {'chunk_length_in_kb': '64', 'class': 'org.apache.cassandra.io.compress.SnappyCompressor'}

-- ==== up ====
-- batch

-- 1. change compression of table users (alter table:users)
ALTER TABLE users WITH compression = {'chunk_length_in_kb': '64', 'class': 'org.apache.cassandra.io.compress.SnappyCompressor'};

-- ==== down ====
-- batch

-- 1. change compression of table users (alter table:users)
ALTER TABLE users WITH compression = {'chunk_length_in_kb': '16', 'class': 'org.apache.cassandra.io.compress.LZ4Compressor'};
