-- alter table:m
--   rename-column columns.sort: kind → sort
--   drop-column columns.gone: gone text
--   change-type columns.id.type: integer → bigint
--   add-column columns.fresh: fresh integer DEFAULT 3

-- ==== up ====
-- batch, all or nothing

-- 1. rename column kind to sort of table m (alter table:m)
--    ! correctness, breaks-clients: renames column m.kind to sort: statements that still say m.kind fail from then on
ALTER TABLE public.m RENAME COLUMN kind TO sort;

-- 2. drop column gone of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.gone with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN gone;

-- 3. change the type of column id of table m (alter table:m)
--    ! blocks-reads, rewrites-table: writes table m again, because m.id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.m ALTER COLUMN id TYPE bigint USING id::bigint;

-- 4. add column fresh of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN fresh integer DEFAULT 3;

-- The way down does not bring back:
--   alter table:m: drops column m.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. rename column sort to kind of table m (alter table:m)
--    ! correctness, breaks-clients: renames column m.sort to kind: statements that still say m.sort fail from then on
ALTER TABLE public.m RENAME COLUMN sort TO kind;

-- 2. drop column fresh of table m (alter table:m)
--    ! data-loss, drops-column: drops column m.fresh with all of its values [irreversible]
ALTER TABLE public.m DROP COLUMN fresh;

-- 3. change the type of column id of table m (alter table:m)
--    ! blocks-reads, scans-table: reads all of table m for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table m again, because m.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.m ALTER COLUMN id TYPE integer USING id::integer;

-- 4. add column gone of table m (alter table:m)
ALTER TABLE public.m ADD COLUMN gone text;
