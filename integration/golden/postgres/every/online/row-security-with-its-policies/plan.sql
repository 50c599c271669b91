-- create index:other_a
-- create index:t_a
-- create postgres/policy:Other Ö.fresh
-- drop postgres/policy:Other Ö.old
-- drop postgres/policy:Other Ö.select
-- create postgres/policy:t.Read Ö
-- create postgres/policy:t.own
-- alter table:t
--   add-column columns.owner: owner text
--   change-row-security rowSecurity: false → true
--   change-forced-row-security forcedRowSecurity: false → true

-- ==== up ====
-- batch, postgres/lock_timeout = 0

-- 1. create index other_a (create index:other_a)
CREATE INDEX CONCURRENTLY other_a ON public."Other Ö" USING btree (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.other_a;
-- batch, all or nothing

-- 2. create policy fresh of table Other Ö (create postgres/policy:Other Ö.fresh)
--    ! access, changes-policy: creates policy fresh of table Other Ö, and with it which rows somebody may see or write
CREATE POLICY fresh ON public."Other Ö" AS PERMISSIVE FOR ALL TO PUBLIC USING ((a <> CURRENT_USER));

-- 3. drop policy old of table Other Ö (drop postgres/policy:Other Ö.old)
--    ! access, changes-policy: drops policy old of table Other Ö, and with it which rows somebody may see or write
DROP POLICY old ON public."Other Ö";

-- 4. drop policy select of table Other Ö (drop postgres/policy:Other Ö.select)
--    ! access, changes-policy: drops policy select of table Other Ö, and with it which rows somebody may see or write
DROP POLICY "select" ON public."Other Ö";
-- batch, all or nothing

-- 5. add column owner of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN owner text;
-- batch, postgres/lock_timeout = 0

-- 6. create index t_a (create index:t_a)
CREATE INDEX CONCURRENTLY t_a ON public.t USING btree (a);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.t_a;
-- batch, all or nothing

-- 7. create policy Read Ö of table t (create postgres/policy:t.Read Ö)
--    ! access, changes-policy: creates policy Read Ö of table t, and with it which rows somebody may see or write
CREATE POLICY "Read Ö" ON public.t AS PERMISSIVE FOR SELECT TO PUBLIC USING (true);

-- 8. create policy own of table t (create postgres/policy:t.own)
--    ! access, changes-policy: creates policy own of table t, and with it which rows somebody may see or write
CREATE POLICY own ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((owner = CURRENT_USER));
-- batch, all or nothing

-- 9. enable row-level security of table t (alter table:t)
--    ! access, enables-row-security: makes the policies of table t count for everybody but its owner: a row that none of them lets through is neither seen nor written any more
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
-- batch, all or nothing

-- 10. force row-level security of table t (alter table:t)
--    ! access, enables-row-security: makes the policies of table t count for its owner: a row that none of them lets through is neither seen nor written any more
ALTER TABLE public.t FORCE ROW LEVEL SECURITY;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index other_a (drop index:other_a)
--    ! slow, drops-index: drops index other_a: queries that used it read all of table Other Ö from then on
DROP INDEX CONCURRENTLY public.other_a;
-- batch, postgres/lock_timeout = 0

-- 2. drop index t_a (drop index:t_a)
--    ! slow, drops-index: drops index t_a: queries that used it read all of table t from then on
DROP INDEX CONCURRENTLY public.t_a;
-- batch, all or nothing

-- 3. create policy old of table Other Ö (create postgres/policy:Other Ö.old)
--    ! access, changes-policy: creates policy old of table Other Ö, and with it which rows somebody may see or write
CREATE POLICY old ON public."Other Ö" AS PERMISSIVE FOR ALL TO PUBLIC USING ((a = CURRENT_USER));

-- 4. create policy select of table Other Ö (create postgres/policy:Other Ö.select)
--    ! access, changes-policy: creates policy select of table Other Ö, and with it which rows somebody may see or write
CREATE POLICY "select" ON public."Other Ö" AS RESTRICTIVE FOR SELECT TO PUBLIC USING ((id > 0));

-- 5. drop policy fresh of table Other Ö (drop postgres/policy:Other Ö.fresh)
--    ! access, changes-policy: drops policy fresh of table Other Ö, and with it which rows somebody may see or write
DROP POLICY fresh ON public."Other Ö";
-- batch, all or nothing

-- 6. disable row-level security of table t (alter table:t)
--    ! access, disables-row-security: makes the policies of table t count no longer for everybody, who may see and write every row that a privilege allows
ALTER TABLE public.t DISABLE ROW LEVEL SECURITY;
-- batch, all or nothing

-- 7. stop forcing row-level security of table t (alter table:t)
ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;
-- batch, all or nothing

-- 8. drop policy Read Ö of table t (drop postgres/policy:t.Read Ö)
--    ! access, changes-policy: drops policy Read Ö of table t, and with it which rows somebody may see or write
DROP POLICY "Read Ö" ON public.t;

-- 9. drop policy own of table t (drop postgres/policy:t.own)
--    ! access, changes-policy: drops policy own of table t, and with it which rows somebody may see or write
DROP POLICY own ON public.t;
-- batch, all or nothing

-- 10. drop column owner of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.owner with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN owner;
