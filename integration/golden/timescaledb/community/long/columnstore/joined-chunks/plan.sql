-- alter timescaledb/columnstore:m.columnstore
--   change-chunkInterval chunkInterval: none → 28 days

-- ==== up ====
-- batch, all or nothing

-- 1. change the columnstore of m (alter timescaledb/columnstore:m.columnstore)
--    ! correctness, counts-for-new-chunks: the columnstore of m counts for chunks that are made from now on; those that are there stay as they are
ALTER TABLE public.m SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = '"time" DESC', timescaledb.compress_chunk_time_interval = '28 days');

-- ==== down ====
-- batch, all or nothing

-- 1. change the columnstore of m (alter timescaledb/columnstore:m.columnstore)
--    ! correctness, counts-for-new-chunks: the columnstore of m counts for chunks that are made from now on; those that are there stay as they are
ALTER TABLE public.m SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = '"time" DESC', timescaledb.compress_chunk_time_interval = '0 days');
