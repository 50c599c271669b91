-- alter table:users
--   change-property properties.additional_write_policy: additional_write_policy = '99p' → additional_write_policy = 'NEVER'
--   change-property properties.bloom_filter_fp_chance: bloom_filter_fp_chance = 0.01 → bloom_filter_fp_chance = 0.05
--   change-property properties.crc_check_chance: crc_check_chance = 1 → crc_check_chance = 0.5
--   change-property properties.gc_grace_seconds: gc_grace_seconds = 864000 → gc_grace_seconds = 3600
--   change-property properties.max_index_interval: max_index_interval = 2048 → max_index_interval = 1024
--   change-property properties.memtable_flush_period_in_ms: memtable_flush_period_in_ms = 0 → memtable_flush_period_in_ms = 1000
--   change-property properties.min_index_interval: min_index_interval = 128 → min_index_interval = 64
--   change-property properties.read_repair: read_repair = 'BLOCKING' → read_repair = 'NONE'
--   change-property properties.speculative_retry: speculative_retry = '99p' → speculative_retry = 'ALWAYS'

-- ==== up ====
-- batch

-- 1. change additional_write_policy, bloom_filter_fp_chance, crc_check_chance, gc_grace_seconds, max_index_interval, memtable_flush_period_in_ms, min_index_interval, read_repair and speculative_retry of table users (alter table:users)
ALTER TABLE users WITH additional_write_policy = 'NEVER'
  AND bloom_filter_fp_chance = 0.05
  AND crc_check_chance = 0.5
  AND gc_grace_seconds = 3600
  AND max_index_interval = 1024
  AND memtable_flush_period_in_ms = 1000
  AND min_index_interval = 64
  AND read_repair = 'NONE'
  AND speculative_retry = 'ALWAYS';

-- ==== down ====
-- batch

-- 1. change additional_write_policy, bloom_filter_fp_chance, crc_check_chance, gc_grace_seconds, max_index_interval, memtable_flush_period_in_ms, min_index_interval, read_repair and speculative_retry of table users (alter table:users)
ALTER TABLE users WITH additional_write_policy = '99p'
  AND bloom_filter_fp_chance = 0.01
  AND crc_check_chance = 1
  AND gc_grace_seconds = 864000
  AND max_index_interval = 2048
  AND memtable_flush_period_in_ms = 0
  AND min_index_interval = 128
  AND read_repair = 'BLOCKING'
  AND speculative_retry = '99p';
