-- drop postgres/enum:mood
-- create postgres/enum:temper
-- alter table:t
--   change-type columns.a.type: public.mood → public.temper
--   change-default columns.a.default: 'ok'::public.mood → 'ok'::public.temper

-- ==== up ====
-- batch, all or nothing

-- 1. create enum temper (create postgres/enum:temper)
CREATE TYPE public.temper AS ENUM ('ok', 'sad', 'mad');

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no public.temper, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.temper; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.temper USING a::text::public.temper;

-- 3. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'ok'::public.temper;

-- 4. drop enum mood (drop postgres/enum:mood)
--    ! correctness, drops-type: drops enum mood: statements that name it fail from then on, casts among them
DROP TYPE public.mood;

-- ==== down ====
-- batch, all or nothing

-- 1. create enum mood (create postgres/enum:mood)
CREATE TYPE public.mood AS ENUM ('sad', 'ok');

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no public.mood, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.mood USING a::text::public.mood;

-- 3. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'ok'::public.mood;

-- 4. drop enum temper (drop postgres/enum:temper)
--    ! correctness, drops-type: drops enum temper: statements that name it fail from then on, casts among them
DROP TYPE public.temper;
