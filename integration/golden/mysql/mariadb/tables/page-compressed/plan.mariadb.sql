-- alter table:levels
--   change-options options: page_compressed=1 page_compression_level=5 → page_compressed=1 page_compression_level=6
-- alter table:notes
--   change-options options: page_compressed=1 page_compression_level=5 → 
-- alter table:plain
--   change-options options:  → encrypted=NO page_compressed=1

-- ==== up ====
-- batch

-- 1. alter table levels: change page_compression_level (alter table:levels)
ALTER TABLE `levels`
  PAGE_COMPRESSION_LEVEL=6,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table notes: change page_compressed, change page_compression_level (alter table:notes)
--    ! slow, rebuilds-table: builds table notes anew in place, because there is no other way to change page_compressed; others can go on reading and writing
ALTER TABLE `notes`
  PAGE_COMPRESSED=DEFAULT,
  PAGE_COMPRESSION_LEVEL=DEFAULT,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table plain: change encrypted, change page_compressed (alter table:plain)
--    ! slow, rebuilds-table: builds table plain anew in place, because there is no other way to change encrypted; others can go on reading and writing
ALTER TABLE `plain`
  ENCRYPTED=NO,
  PAGE_COMPRESSED=1,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table levels: change page_compression_level (alter table:levels)
ALTER TABLE `levels`
  PAGE_COMPRESSION_LEVEL=5,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table notes: change page_compressed, change page_compression_level (alter table:notes)
--    ! slow, rebuilds-table: builds table notes anew in place, because there is no other way to change page_compressed; others can go on reading and writing
ALTER TABLE `notes`
  PAGE_COMPRESSED=1,
  PAGE_COMPRESSION_LEVEL=5,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table plain: change encrypted, change page_compressed (alter table:plain)
--    ! slow, rebuilds-table: builds table plain anew in place, because there is no other way to change encrypted; others can go on reading and writing
ALTER TABLE `plain`
  ENCRYPTED=DEFAULT,
  PAGE_COMPRESSED=DEFAULT,
  ALGORITHM=INPLACE,
  LOCK=NONE;
