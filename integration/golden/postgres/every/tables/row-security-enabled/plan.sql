-- alter table:t
--   change-row-security rowSecurity: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. enable row-level security of table t (alter table:t)
--    ! access, enables-row-security: makes the policies of table t count for everybody but its owner: a row that none of them lets through is neither seen nor written any more
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- ==== down ====
-- batch, all or nothing

-- 1. disable row-level security of table t (alter table:t)
--    ! access, disables-row-security: makes the policies of table t count no longer for everybody, who may see and write every row that a privilege allows
ALTER TABLE public.t DISABLE ROW LEVEL SECURITY;
