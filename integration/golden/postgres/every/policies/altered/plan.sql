-- replace postgres/policy:t.command: a policy keeps its command, and whether it is permissive
-- alter postgres/policy:t.expressions
--   change-using using: (id > 0) → (id > 1)
--   change-check check: none → (owner <> ''::text)
-- replace postgres/policy:t.loses: a policy cannot let go of an expression
-- alter postgres/policy:t.roles
--   change-roles roles: ["pg_monitor"] → ["pg_monitor","pg_read_all_stats"]
-- replace postgres/policy:t.sort: a policy keeps its command, and whether it is permissive

-- ==== up ====
-- batch, all or nothing

-- 1. drop policy command of table t (replace postgres/policy:t.command)
DROP POLICY command ON public.t;

-- 2. drop policy loses of table t (replace postgres/policy:t.loses)
DROP POLICY loses ON public.t;

-- 3. drop policy sort of table t (replace postgres/policy:t.sort)
DROP POLICY sort ON public.t;

-- 4. create policy command of table t (replace postgres/policy:t.command)
--    ! access, changes-policy: creates policy command of table t, and with it which rows somebody may see or write
CREATE POLICY command ON public.t AS PERMISSIVE FOR DELETE TO PUBLIC USING (true);

-- 5. alter policy expressions of table t (alter postgres/policy:t.expressions)
--    ! access, changes-policy: alters policy expressions of table t, and with it which rows somebody may see or write
ALTER POLICY expressions ON public.t USING ((id > 1)) WITH CHECK ((owner <> ''::text));

-- 6. create policy loses of table t (replace postgres/policy:t.loses)
--    ! access, changes-policy: creates policy loses of table t, and with it which rows somebody may see or write
CREATE POLICY loses ON public.t AS PERMISSIVE FOR UPDATE TO PUBLIC USING (true);

-- 7. alter policy roles of table t (alter postgres/policy:t.roles)
--    ! access, changes-policy: alters policy roles of table t, and with it which rows somebody may see or write
ALTER POLICY roles ON public.t TO pg_monitor, pg_read_all_stats;

-- 8. create policy sort of table t (replace postgres/policy:t.sort)
--    ! access, changes-policy: creates policy sort of table t, and with it which rows somebody may see or write
CREATE POLICY sort ON public.t AS RESTRICTIVE FOR ALL TO PUBLIC USING (true);

-- ==== down ====
-- batch, all or nothing

-- 1. drop policy command of table t (replace postgres/policy:t.command)
DROP POLICY command ON public.t;

-- 2. drop policy expressions of table t (replace postgres/policy:t.expressions)
DROP POLICY expressions ON public.t;

-- 3. drop policy sort of table t (replace postgres/policy:t.sort)
DROP POLICY sort ON public.t;

-- 4. create policy command of table t (replace postgres/policy:t.command)
--    ! access, changes-policy: creates policy command of table t, and with it which rows somebody may see or write
CREATE POLICY command ON public.t AS PERMISSIVE FOR SELECT TO PUBLIC USING (true);

-- 5. create policy expressions of table t (replace postgres/policy:t.expressions)
--    ! access, changes-policy: creates policy expressions of table t, and with it which rows somebody may see or write
CREATE POLICY expressions ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((id > 0));

-- 6. alter policy loses of table t (alter postgres/policy:t.loses)
--    ! access, changes-policy: alters policy loses of table t, and with it which rows somebody may see or write
ALTER POLICY loses ON public.t WITH CHECK ((id > 0));

-- 7. alter policy roles of table t (alter postgres/policy:t.roles)
--    ! access, changes-policy: alters policy roles of table t, and with it which rows somebody may see or write
ALTER POLICY roles ON public.t TO pg_monitor;

-- 8. create policy sort of table t (replace postgres/policy:t.sort)
--    ! access, changes-policy: creates policy sort of table t, and with it which rows somebody may see or write
CREATE POLICY sort ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING (true);
