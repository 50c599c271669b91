-- drop postgres/constraint:t.t_a_check
-- create postgres/enum:color
-- alter table:t
--   change-type columns.a.type: text → public.color
--   change-default columns.a.default: 'red'::text → 'red'::public.color

-- ==== up ====
-- batch, all or nothing

-- 1. drop check t_a_check of table t (drop postgres/constraint:t.t_a_check)
--    ! correctness, ends-guarantee: drops the check t_a_check of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

-- 2. create enum color (create postgres/enum:color)
CREATE TYPE public.color AS ENUM ('red', 'green');

-- 3. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no public.color, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.color; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.color USING a::public.color;

-- 4. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'red'::public.color;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'red'::text;

-- 3. drop enum color (drop postgres/enum:color)
--    ! correctness, drops-type: drops enum color: statements that name it fail from then on, casts among them
DROP TYPE public.color;

-- 4. add check t_a_check to table t (create postgres/constraint:t.t_a_check)
--    ! blocks-reads, scans-table: reads all of table t for the check t_a_check, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((a = ANY (ARRAY['red'::text, 'green'::text])));
