-- rename index:order_to_id_idx from index:t_s_id_idx
-- rename postgres/constraint:order.order_pkey from postgres/constraint:t.t_pkey
-- create postgres/domain:app.we"ird
-- drop postgres/enum:app.we"ird
-- rename table:order from table:t
-- alter table:order
--   rename-column columns.to: s → to
--   drop-column columns.c: c integer GENERATED ALWAYS AS (\nCASE "to"\n    WHEN 'a'::app."we""ird" THEN 1\n    ELSE 2\nEND) STORED
--   change-default columns.to.default: 'a'::app."we""ird" → 'b'::character varying
--   add-column columns.came: came integer
--   add-column columns.c: c integer GENERATED ALWAYS AS (\nCASE "to"\n    WHEN 'a'::text THEN 1\n    ELSE 2\nEND) STORED
--   drop-column columns.c: c integer GENERATED ALWAYS AS (\nCASE s\n    WHEN 'a'::app."we""ird" THEN 1\n    ELSE 2\nEND) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. create domain app.we"ird (create postgres/domain:app.we"ird)
--    ! blocks-reads, scans-table: reads all of table t for values that are no app.we"ird, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because app.we"ird becomes a type of another kind; nobody reads or writes it meanwhile
ALTER TABLE public.t DROP COLUMN c;
ALTER TYPE app."we""ird" RENAME TO "_schema_sync_old_we""ird";
CREATE DOMAIN app."we""ird" AS character varying(3);
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE app."we""ird" USING s::text::character varying;
ALTER TABLE public.t ALTER COLUMN ss DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN ss TYPE app."we""ird"[] USING ss::text[]::character varying[];
ALTER TABLE public.t ALTER COLUMN ss SET DEFAULT '{a}'::app."we""ird"[];
DROP TYPE app."_schema_sync_old_we""ird";

-- 2. rename table t to order (rename table:order)
--    ! correctness, breaks-clients: renames table t to order: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO "order";

-- 3. rename column s to to of table order (alter table:order)
--    ! correctness, breaks-clients: renames column order.s to to: statements that still say order.s fail from then on
ALTER TABLE public."order" RENAME COLUMN s TO "to";

-- 4. change the default of column to of table order (alter table:order)
ALTER TABLE public."order" ALTER COLUMN "to" SET DEFAULT 'b'::character varying;

-- 5. add column came of table order (alter table:order)
ALTER TABLE public."order" ADD COLUMN came integer;

-- 6. add column c of table order (alter table:order)
--    ! blocks-reads, rewrites-table: writes table order again, to fill in the column c; nobody reads or writes it meanwhile
ALTER TABLE public."order" ADD COLUMN c integer GENERATED ALWAYS AS (
CASE "to"
    WHEN 'a'::text THEN 1
    ELSE 2
END) STORED;

-- 7. rename index t_s_id_idx to order_to_id_idx (rename index:order_to_id_idx)
ALTER INDEX public.t_s_id_idx RENAME TO order_to_id_idx;

-- 8. rename constraint t_pkey to order_pkey (rename postgres/constraint:order.order_pkey)
ALTER TABLE public."order" RENAME CONSTRAINT t_pkey TO order_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. create enum app.we"ird (create postgres/enum:app.we"ird)
--    ! blocks-reads, scans-table: reads all of table order for values that are no app.we"ird, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table order again, because app.we"ird becomes a type of another kind; nobody reads or writes it meanwhile
ALTER TABLE public."order" DROP COLUMN c;
ALTER DOMAIN app."we""ird" RENAME TO "_schema_sync_old_we""ird";
CREATE TYPE app."we""ird" AS ENUM ('a', 'b');
ALTER TABLE public."order" ALTER COLUMN ss DROP DEFAULT;
ALTER TABLE public."order" ALTER COLUMN ss TYPE app."we""ird"[] USING ss::text[]::app."we""ird"[];
ALTER TABLE public."order" ALTER COLUMN ss SET DEFAULT '{a}'::app."we""ird"[];
ALTER TABLE public."order" ALTER COLUMN "to" DROP DEFAULT;
ALTER TABLE public."order" ALTER COLUMN "to" TYPE app."we""ird" USING "to"::text::app."we""ird";
DROP DOMAIN app."_schema_sync_old_we""ird";

-- 2. rename table order to t (rename table:t)
--    ! correctness, breaks-clients: renames table order to t: statements that still say order fail from then on
ALTER TABLE public."order" RENAME TO t;

-- 3. rename column to to s of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.to to s: statements that still say t.to fail from then on
ALTER TABLE public.t RENAME COLUMN "to" TO s;

-- 4. drop column came of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.came with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN came;

-- 5. change the default of column s of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'a'::app."we""ird";

-- 6. add column c of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column c; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS (
CASE s
    WHEN 'a'::app."we""ird" THEN 1
    ELSE 2
END) STORED;

-- 7. rename index order_to_id_idx to t_s_id_idx (rename index:t_s_id_idx)
ALTER INDEX public.order_to_id_idx RENAME TO t_s_id_idx;

-- 8. rename constraint order_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT order_pkey TO t_pkey;
