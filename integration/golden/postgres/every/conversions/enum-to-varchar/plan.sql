-- drop postgres/enum:mood
-- alter table:t
--   change-type columns.a.type: public.mood → character varying(3)
--   change-default columns.a.default: 'ok'::public.mood → 'ok'::character varying

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from public.mood to character varying(3), which fails where a stored value is longer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes character varying(3); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(3) USING a::character varying;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'ok'::character varying;

-- 3. drop enum mood (drop postgres/enum:mood)
--    ! correctness, drops-type: drops enum mood: statements that name it fail from then on, casts among them
DROP TYPE public.mood;

-- The way down does not bring back:
--   alter table:t: changes t.a from public.mood to character varying(3), which fails where a stored value is longer

-- ==== down ====
-- batch, all or nothing

-- 1. create enum mood (create postgres/enum:mood)
CREATE TYPE public.mood AS ENUM ('sad', 'ok');

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no public.mood, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.mood; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.mood USING a::public.mood;

-- 3. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'ok'::public.mood;
