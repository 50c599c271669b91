-- alter table:notes
--   change-options options: compression="zlib" → 
-- alter table:plain
--   change-options options:  → compression="lz4"

-- ==== up ====
-- batch

-- 1. alter table notes: change compression (alter table:notes)
ALTER TABLE `notes`
  COMPRESSION='NONE',
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table plain: change compression (alter table:plain)
ALTER TABLE `plain`
  COMPRESSION="lz4",
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table notes: change compression (alter table:notes)
ALTER TABLE `notes`
  COMPRESSION="zlib",
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table plain: change compression (alter table:plain)
ALTER TABLE `plain`
  COMPRESSION='NONE',
  ALGORITHM=INPLACE,
  LOCK=NONE;
