-- drop index:by_name
-- alter table:users
--   drop-column columns.name: name text

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index by_name (drop index:by_name)
--    ! slow, drops-index: drops index by_name: queries that used it read all of table users from then on
DROP INDEX CONCURRENTLY public.by_name;
-- batch, all or nothing

-- 2. drop column name of table users (alter table:users)
--    ! data-loss, drops-column: drops column users.name with all of its values [irreversible]
ALTER TABLE public.users DROP COLUMN name;

-- The way down does not bring back:
--   alter table:users: drops column users.name with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column name of table users (alter table:users)
ALTER TABLE public.users ADD COLUMN name text;
-- batch, postgres/lock_timeout = 0

-- 2. create index by_name (create index:by_name)
CREATE INDEX CONCURRENTLY by_name ON public.users USING btree (name);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.by_name;
