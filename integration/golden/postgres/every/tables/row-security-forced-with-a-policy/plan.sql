-- alter postgres/policy:t.p
--   change-using using: (a > 0) → (a > 1)
-- alter table:t
--   change-forced-row-security forcedRowSecurity: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. force row-level security of table t (alter table:t)
--    ! access, enables-row-security: makes the policies of table t count for its owner: a row that none of them lets through is neither seen nor written any more
ALTER TABLE public.t FORCE ROW LEVEL SECURITY;

-- 2. alter policy p of table t (alter postgres/policy:t.p)
--    ! access, changes-policy: alters policy p of table t, and with it which rows somebody may see or write
ALTER POLICY p ON public.t USING ((a > 1));

-- ==== down ====
-- batch, all or nothing

-- 1. stop forcing row-level security of table t (alter table:t)
--    ! access, disables-row-security: makes the policies of table t count no longer for its owner, who may see and write every row that a privilege allows
ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;

-- 2. alter policy p of table t (alter postgres/policy:t.p)
--    ! access, changes-policy: alters policy p of table t, and with it which rows somebody may see or write
ALTER POLICY p ON public.t USING ((a > 0));
