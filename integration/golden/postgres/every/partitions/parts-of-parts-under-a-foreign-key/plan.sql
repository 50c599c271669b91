-- create table:new
-- create table:new_0
-- drop table:old
-- drop table:old_0
-- drop table:old_1

-- ==== up ====
-- batch, all or nothing

-- 1. drop table old_0 (drop table:old_0)
--    ! data-loss, drops-table: drops table old_0 with all of its rows [irreversible]
ALTER TABLE public.old DETACH PARTITION public.old_0;
DROP TABLE public.old_0;

-- 2. drop table old_1 (drop table:old_1)
--    ! data-loss, drops-table: drops table old_1 with all of its rows [irreversible]
ALTER TABLE public.old DETACH PARTITION public.old_1;
DROP TABLE public.old_1;

-- 3. drop table old (drop table:old)
--    ! data-loss, drops-table: drops table old with all of its rows [irreversible]
ALTER TABLE public.parent DETACH PARTITION public.old;
DROP TABLE public.old;

-- 4. create table new (create table:new)
CREATE TABLE public.new PARTITION OF public.parent FOR VALUES IN ('new') PARTITION BY HASH (id);

-- 5. create table new_0 (create table:new_0)
CREATE TABLE public.new_0 PARTITION OF public.new FOR VALUES WITH (modulus 1, remainder 0);

-- The way down does not bring back:
--   drop table:old_0: drops table old_0 with all of its rows
--   drop table:old_1: drops table old_1 with all of its rows
--   drop table:old: drops table old with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table new_0 (drop table:new_0)
--    ! data-loss, drops-table: drops table new_0 with all of its rows [irreversible]
ALTER TABLE public.new DETACH PARTITION public.new_0;
DROP TABLE public.new_0;

-- 2. drop table new (drop table:new)
--    ! data-loss, drops-table: drops table new with all of its rows [irreversible]
ALTER TABLE public.parent DETACH PARTITION public.new;
DROP TABLE public.new;

-- 3. create table old (create table:old)
CREATE TABLE public.old PARTITION OF public.parent FOR VALUES IN ('old') PARTITION BY HASH (id);

-- 4. create table old_0 (create table:old_0)
CREATE TABLE public.old_0 PARTITION OF public.old FOR VALUES WITH (modulus 2, remainder 0);

-- 5. create table old_1 (create table:old_1)
CREATE TABLE public.old_1 PARTITION OF public.old FOR VALUES WITH (modulus 2, remainder 1);
