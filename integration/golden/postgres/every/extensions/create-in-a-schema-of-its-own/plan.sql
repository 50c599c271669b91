-- create postgres/extension:uuid-ossp
-- create schema:ext s
-- alter table:t
--   add-column columns.b: b uuid DEFAULT "ext s".uuid_nil()

-- ==== up ====
-- batch, all or nothing

-- 1. create schema ext s (create schema:ext s)
CREATE SCHEMA "ext s";

-- 2. create extension uuid-ossp (create postgres/extension:uuid-ossp)
CREATE EXTENSION "uuid-ossp" SCHEMA "ext s";

-- 3. add column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column b; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN b uuid DEFAULT "ext s".uuid_nil();

-- ==== down ====
-- batch, all or nothing

-- 1. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;

-- 2. drop extension uuid-ossp (drop postgres/extension:uuid-ossp)
--    ! correctness, drops-extension: drops extension uuid-ossp with all that it brings along: statements that use it fail from then on
DROP EXTENSION "uuid-ossp";

-- 3. drop schema ext s (drop schema:ext s)
DROP SCHEMA "ext s";
