-- drop postgres/domain:positive
-- alter table:t
--   change-type columns.a.type: public.positive → integer

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;

-- 2. drop domain positive (drop postgres/domain:positive)
--    ! correctness, drops-type: drops domain positive: statements that name it fail from then on, casts among them
DROP DOMAIN public.positive;

-- ==== down ====
-- batch, all or nothing

-- 1. create domain positive (create postgres/domain:positive)
CREATE DOMAIN public.positive AS bigint;

-- 2. add check positive_check to domain positive (create postgres/domain-constraint:positive.positive_check)
ALTER DOMAIN public.positive ADD CONSTRAINT positive_check CHECK ((VALUE > 0));

-- 3. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.positive; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.positive USING a::public.positive;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;
