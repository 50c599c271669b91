-- rename postgres/constraint:u.u_pkey from postgres/constraint:t.t_pkey
-- rename table:u from table:t
-- alter table:u
--   change-row-security rowSecurity: true → false
--   change-forced-row-security forcedRowSecurity: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 2. disable row-level security of table u (alter table:u)
--    ! access, disables-row-security: makes the policies of table u count no longer for everybody, who may see and write every row that a privilege allows
ALTER TABLE public.u DISABLE ROW LEVEL SECURITY;

-- 3. force row-level security of table u (alter table:u)
ALTER TABLE public.u FORCE ROW LEVEL SECURITY;

-- 4. rename constraint t_pkey to u_pkey (rename postgres/constraint:u.u_pkey)
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 2. enable row-level security of table t (alter table:t)
--    ! access, enables-row-security: makes the policies of table t count for everybody but its owner: a row that none of them lets through is neither seen nor written any more
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- 3. stop forcing row-level security of table t (alter table:t)
--    ! access, disables-row-security: makes the policies of table t count no longer for its owner, who may see and write every row that a privilege allows
ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;

-- 4. rename constraint u_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT u_pkey TO t_pkey;
