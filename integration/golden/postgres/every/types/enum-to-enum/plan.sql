-- create postgres/enum:Paint "Box
-- drop postgres/enum:color
-- alter table:t
--   change-type columns.a.type: public.color → public."Paint ""Box"
--   change-default columns.a.default: 'red'::public.color → 'red'::public."Paint ""Box"
--   change-type columns.b.type: public.color[] → public."Paint ""Box"[]

-- ==== up ====
-- batch, all or nothing

-- 1. create enum Paint "Box (create postgres/enum:Paint "Box)
CREATE TYPE public."Paint ""Box" AS ENUM ('green', 'red', 'blue');

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no public."Paint ""Box", and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public."Paint ""Box"; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public."Paint ""Box" USING a::text::public."Paint ""Box";

-- 3. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'red'::public."Paint ""Box";

-- 4. change the type of column b of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of b that are no public."Paint ""Box"[], and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes public."Paint ""Box"[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE public."Paint ""Box"[] USING b::text[]::public."Paint ""Box"[];

-- 5. drop enum color (drop postgres/enum:color)
--    ! correctness, drops-type: drops enum color: statements that name it fail from then on, casts among them
DROP TYPE public.color;

-- ==== down ====
-- batch, all or nothing

-- 1. create enum color (create postgres/enum:color)
CREATE TYPE public.color AS ENUM ('red', 'green');

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no public.color, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes public.color; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.color USING a::text::public.color;

-- 3. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'red'::public.color;

-- 4. change the type of column b of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of b that are no public.color[], and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes public.color[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE public.color[] USING b::text[]::public.color[];

-- 5. drop enum Paint "Box (drop postgres/enum:Paint "Box)
--    ! correctness, drops-type: drops enum Paint "Box: statements that name it fail from then on, casts among them
DROP TYPE public."Paint ""Box";
