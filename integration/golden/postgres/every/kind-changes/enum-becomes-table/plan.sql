-- create postgres/constraint:kind.kind_pkey
-- drop postgres/enum:kind
-- create table:kind
-- alter table:t
--   drop-column columns.shown: shown text GENERATED ALWAYS AS (\nCASE\n    WHEN (one = 'a'::public.kind) THEN 'A'::text\n    ELSE 'B'::text\nEND) STORED
--   drop-column columns.gone: gone public.kind DEFAULT 'b'::public.kind
--   change-type columns.more.type: public.kind[] → text[]
--   change-default columns.named.default: ('b'::public.kind)::text → 'b'::text
--   change-type columns.one.type: public.kind → text
--   change-default columns.one.default: 'a'::public.kind → 'a'::text
--   add-column columns.shown: shown text GENERATED ALWAYS AS (\nCASE\n    WHEN (one = 'a'::text) THEN 'A'::text\n    ELSE 'B'::text\nEND) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. drop column shown of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN shown;

-- 2. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 3. change the type of column more of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.more becomes text[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN more TYPE text[] USING more::text[];

-- 4. change the default of column named of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN named SET DEFAULT 'b'::text;

-- 5. change the type of column one of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.one becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN one DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN one TYPE text USING one::text;

-- 6. change the default of column one of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN one SET DEFAULT 'a'::text;

-- 7. add column shown of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column shown; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN shown text GENERATED ALWAYS AS (
CASE
    WHEN (one = 'a'::text) THEN 'A'::text
    ELSE 'B'::text
END) STORED;

-- 8. drop enum kind (drop postgres/enum:kind)
--    ! correctness, drops-type: drops enum kind: statements that name it fail from then on, casts among them
DROP TYPE public.kind;

-- 9. create table kind (create table:kind)
CREATE TABLE public.kind (
  name text NOT NULL
);

-- 10. add primary key kind_pkey to table kind (create postgres/constraint:kind.kind_pkey)
ALTER TABLE public.kind ADD CONSTRAINT kind_pkey PRIMARY KEY (name);

-- The way down does not bring back:
--   alter table:t: drops column t.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop table kind (drop table:kind)
--    ! data-loss, drops-table: drops table kind with all of its rows [irreversible]
DROP TABLE public.kind;

-- 2. create enum kind (create postgres/enum:kind)
CREATE TYPE public.kind AS ENUM ('a', 'b');

-- 3. drop column shown of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN shown;

-- 4. change the type of column more of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of more that are no public.kind[], and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.more becomes public.kind[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN more TYPE public.kind[] USING more::public.kind[];

-- 5. change the default of column named of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN named SET DEFAULT ('b'::public.kind)::text;

-- 6. change the type of column one of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of one that are no public.kind, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.one becomes public.kind; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN one DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN one TYPE public.kind USING one::public.kind;

-- 7. change the default of column one of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN one SET DEFAULT 'a'::public.kind;

-- 8. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone public.kind DEFAULT 'b'::public.kind;

-- 9. add column shown of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column shown; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN shown text GENERATED ALWAYS AS (
CASE
    WHEN (one = 'a'::public.kind) THEN 'A'::text
    ELSE 'B'::text
END) STORED;
