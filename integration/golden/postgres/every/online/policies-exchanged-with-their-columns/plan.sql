-- create postgres/policy:t.new
-- drop postgres/policy:t.old
-- create postgres/policy:u Ä.new
-- drop postgres/policy:u Ä.old
-- alter table:t
--   drop-column columns.tenant: tenant text
--   add-column columns.owner: owner text
-- alter table:u Ä
--   change-type columns.tenant.type: text → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. drop policy old of table t (drop postgres/policy:t.old)
--    ! access, changes-policy: drops policy old of table t, and with it which rows somebody may see or write
DROP POLICY old ON public.t;

-- 2. drop column tenant of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.tenant with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN tenant;

-- 3. add column owner of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN owner text;

-- 4. create policy new of table t (create postgres/policy:t.new)
--    ! access, changes-policy: creates policy new of table t, and with it which rows somebody may see or write
CREATE POLICY new ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((owner = CURRENT_USER));

-- 5. drop policy old of table u Ä (drop postgres/policy:u Ä.old)
--    ! access, changes-policy: drops policy old of table u Ä, and with it which rows somebody may see or write
DROP POLICY old ON public."u Ä";

-- 6. change the type of column tenant of table u Ä (alter table:u Ä)
--    ! data-loss, converts-values: changes u Ä.tenant from text to bigint, which reads stored values as bigint: how they are written is not kept, and it fails where one is no bigint [irreversible]
--    ! blocks-reads, rewrites-table: writes table u Ä again, because u Ä.tenant becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public."u Ä" ALTER COLUMN tenant TYPE bigint USING tenant::bigint;

-- 7. create policy new of table u Ä (create postgres/policy:u Ä.new)
--    ! access, changes-policy: creates policy new of table u Ä, and with it which rows somebody may see or write
CREATE POLICY new ON public."u Ä" AS PERMISSIVE FOR ALL TO PUBLIC USING ((tenant = 5));

-- The way down does not bring back:
--   alter table:t: drops column t.tenant with all of its values
--   alter table:u Ä: changes u Ä.tenant from text to bigint, which reads stored values as bigint: how they are written is not kept, and it fails where one is no bigint

-- ==== down ====
-- batch, all or nothing

-- 1. drop policy new of table t (drop postgres/policy:t.new)
--    ! access, changes-policy: drops policy new of table t, and with it which rows somebody may see or write
DROP POLICY new ON public.t;

-- 2. drop column owner of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.owner with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN owner;

-- 3. add column tenant of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN tenant text;

-- 4. create policy old of table t (create postgres/policy:t.old)
--    ! access, changes-policy: creates policy old of table t, and with it which rows somebody may see or write
CREATE POLICY old ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((tenant = CURRENT_USER));

-- 5. drop policy new of table u Ä (drop postgres/policy:u Ä.new)
--    ! access, changes-policy: drops policy new of table u Ä, and with it which rows somebody may see or write
DROP POLICY new ON public."u Ä";

-- 6. change the type of column tenant of table u Ä (alter table:u Ä)
--    ! blocks-reads, rewrites-table: writes table u Ä again, because u Ä.tenant becomes text; nobody reads or writes it meanwhile
ALTER TABLE public."u Ä" ALTER COLUMN tenant TYPE text USING tenant::text;

-- 7. create policy old of table u Ä (create postgres/policy:u Ä.old)
--    ! access, changes-policy: creates policy old of table u Ä, and with it which rows somebody may see or write
CREATE POLICY old ON public."u Ä" AS PERMISSIVE FOR ALL TO PUBLIC USING ((tenant = CURRENT_USER));
