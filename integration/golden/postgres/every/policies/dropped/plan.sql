-- drop postgres/policy:t.Own rows

-- ==== up ====
-- batch, all or nothing

-- 1. drop policy Own rows of table t (drop postgres/policy:t.Own rows)
--    ! access, changes-policy: drops policy Own rows of table t, and with it which rows somebody may see or write
DROP POLICY "Own rows" ON public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. create policy Own rows of table t (create postgres/policy:t.Own rows)
--    ! access, changes-policy: creates policy Own rows of table t, and with it which rows somebody may see or write
CREATE POLICY "Own rows" ON public.t AS PERMISSIVE FOR SELECT TO pg_monitor USING ((owner = CURRENT_USER));
