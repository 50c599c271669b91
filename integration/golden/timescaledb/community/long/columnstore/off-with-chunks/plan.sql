-- drop timescaledb/columnstore:m.columnstore

-- ==== up ====
-- batch, all or nothing

-- 1. turn the columnstore of m off (drop timescaledb/columnstore:m.columnstore)
--    ! rewrite, leaves-columnstore: turns the columnstore of m off, which the server refuses while a chunk is in it
-- must find nothing: chunks of m are in the columnstore, and the columnstore is turned off only while none is
SELECT c.chunk_name FROM timescaledb_information.chunks c WHERE c.hypertable_schema = 'public' AND c.hypertable_name = 'm' AND c.is_compressed LIMIT 1;
ALTER TABLE public.m SET (timescaledb.compress = false);

-- ==== down ====
-- batch, all or nothing

-- 1. turn the columnstore of m on (create timescaledb/columnstore:m.columnstore)
ALTER TABLE public.m SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = '"time" DESC');
