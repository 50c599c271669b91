-- alter table:users
--   change-type columns.age.type: integer → bigint
-- replace view:tmp_ages: it cannot stay while table:users is altered
-- left alone: view tmp_ages: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing

-- 1. drop view tmp_ages (replace view:tmp_ages)
DROP VIEW public.tmp_ages;

-- 2. change the type of column age of table users (alter table:users)
--    ! blocks-reads, rewrites-table: writes table users again, because users.age becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.users ALTER COLUMN age TYPE bigint USING age::bigint;

-- 3. create view tmp_ages (replace view:tmp_ages)
CREATE VIEW public.tmp_ages (age, next) AS
 SELECT age,
    (age + 1) AS next
   FROM public.users;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view tmp_ages (replace view:tmp_ages)
DROP VIEW public.tmp_ages;

-- 2. change the type of column age of table users (alter table:users)
--    ! blocks-reads, scans-table: reads all of table users for values of age that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table users again, because users.age becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.users ALTER COLUMN age TYPE integer USING age::integer;

-- 3. create view tmp_ages (replace view:tmp_ages)
CREATE VIEW public.tmp_ages (age, next) AS
 SELECT age,
    (age + 1) AS next
   FROM public.users;
