-- alter table:m
--   change-row-security rowSecurity: true → false
-- alter table:m_0
--   change-row-security rowSecurity: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. disable row-level security of table m (alter table:m)
--    ! access, disables-row-security: makes the policies of table m count no longer for everybody, who may see and write every row that a privilege allows
ALTER TABLE public.m DISABLE ROW LEVEL SECURITY;

-- 2. enable row-level security of table m_0 (alter table:m_0)
--    ! access, enables-row-security: makes the policies of table m_0 count for everybody but its owner: a row that none of them lets through is neither seen nor written any more
ALTER TABLE public.m_0 ENABLE ROW LEVEL SECURITY;

-- ==== down ====
-- batch, all or nothing

-- 1. enable row-level security of table m (alter table:m)
--    ! access, enables-row-security: makes the policies of table m count for everybody but its owner: a row that none of them lets through is neither seen nor written any more
ALTER TABLE public.m ENABLE ROW LEVEL SECURITY;

-- 2. disable row-level security of table m_0 (alter table:m_0)
--    ! access, disables-row-security: makes the policies of table m_0 count no longer for everybody, who may see and write every row that a privilege allows
ALTER TABLE public.m_0 DISABLE ROW LEVEL SECURITY;
