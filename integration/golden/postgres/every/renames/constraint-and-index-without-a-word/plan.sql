-- rename index:new_index from index:old_index
-- rename postgres/constraint:t.new_check from postgres/constraint:t.old_check
-- rename postgres/constraint:t.new_key from postgres/constraint:t.old_key

-- ==== up ====
-- batch, all or nothing

-- 1. rename index old_index to new_index (rename index:new_index)
ALTER INDEX public.old_index RENAME TO new_index;

-- 2. rename constraint old_check to new_check (rename postgres/constraint:t.new_check)
ALTER TABLE public.t RENAME CONSTRAINT old_check TO new_check;

-- 3. rename constraint old_key to new_key (rename postgres/constraint:t.new_key)
ALTER TABLE public.t RENAME CONSTRAINT old_key TO new_key;

-- ==== down ====
-- batch, all or nothing

-- 1. rename index new_index to old_index (rename index:old_index)
ALTER INDEX public.new_index RENAME TO old_index;

-- 2. rename constraint new_check to old_check (rename postgres/constraint:t.old_check)
ALTER TABLE public.t RENAME CONSTRAINT new_check TO old_check;

-- 3. rename constraint new_key to old_key (rename postgres/constraint:t.old_key)
ALTER TABLE public.t RENAME CONSTRAINT new_key TO old_key;
