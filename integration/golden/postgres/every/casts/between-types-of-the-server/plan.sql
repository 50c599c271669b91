-- drop postgres/cast:date as integer
-- create postgres/cast:integer as date
-- create postgres/domain-constraint:recent.recent_check
-- create postgres/domain:recent
-- alter table:t
--   change-type columns.a.type: integer → date
--   change-default columns.a.default: 1 → '2001-01-01'::date
--   change-type columns.b.type: integer[] → date[]
--   change-type columns.c.type: date → integer
--   change-type columns.d.type: integer → public.recent

-- ==== up ====
-- batch, all or nothing

-- 1. create cast integer as date (create postgres/cast:integer as date)
CREATE CAST (integer AS date) WITH FUNCTION public.day_of(integer) AS ASSIGNMENT;

-- 2. create domain recent (create postgres/domain:recent)
CREATE DOMAIN public.recent AS date;

-- 3. add check recent_check to domain recent (create postgres/domain-constraint:recent.recent_check)
ALTER DOMAIN public.recent ADD CONSTRAINT recent_check CHECK ((VALUE > '1990-01-01'::date));

-- 4. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from integer to date, which converts stored values by the function public.day_of(integer) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes date; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE date;

-- 5. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '2001-01-01'::date;

-- 6. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from integer[] to date[], which converts stored values by the function public.day_of(integer) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes date[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE date[];

-- 7. change the type of column c of table t (alter table:t)
--    ! data-loss, converts-values: changes t.c from date to integer, which converts stored values by the function public.number_of(date) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c::integer;

-- 8. change the type of column d of table t (alter table:t)
--    ! data-loss, converts-values: changes t.d from integer to public.recent, which converts stored values by the function public.day_of(integer) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.d becomes public.recent; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN d TYPE public.recent;

-- 9. drop cast date as integer (drop postgres/cast:date as integer)
--    ! correctness, drops-type: drops cast date as integer: statements that convert so fail from then on, or convert in another way
DROP CAST (date AS integer);

-- The way down does not bring back:
--   alter table:t: changes t.a from integer to date, which converts stored values by the function public.day_of(integer)
--   alter table:t: changes t.b from integer[] to date[], which converts stored values by the function public.day_of(integer)
--   alter table:t: changes t.c from date to integer, which converts stored values by the function public.number_of(date)
--   alter table:t: changes t.d from integer to public.recent, which converts stored values by the function public.day_of(integer)

-- ==== down ====
-- batch, all or nothing

-- 1. create cast date as integer (create postgres/cast:date as integer)
CREATE CAST (date AS integer) WITH FUNCTION public.number_of(date);

-- 2. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from date to integer, which converts stored values by the function public.number_of(date) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 3. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;

-- 4. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from date[] to integer[], which converts stored values by the function public.number_of(date) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes integer[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE integer[] USING b::integer[];

-- 5. change the type of column c of table t (alter table:t)
--    ! data-loss, converts-values: changes t.c from integer to date, which converts stored values by the function public.day_of(integer) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes date; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE date;

-- 6. change the type of column d of table t (alter table:t)
--    ! data-loss, converts-values: changes t.d from public.recent to integer, which converts stored values by the function public.number_of(date) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.d becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN d TYPE integer USING d::integer;

-- 7. drop cast integer as date (drop postgres/cast:integer as date)
--    ! correctness, drops-type: drops cast integer as date: statements that convert so fail from then on, or convert in another way
DROP CAST (integer AS date);

-- 8. drop domain recent (drop postgres/domain:recent)
--    ! correctness, drops-type: drops domain recent: statements that name it fail from then on, casts among them
DROP DOMAIN public.recent;
