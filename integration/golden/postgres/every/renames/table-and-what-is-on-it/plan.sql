-- rename postgres/constraint:u.u_pkey from postgres/constraint:t.t_pkey
-- rename postgres/policy:u.po2 from postgres/policy:t.po
-- rename postgres/rule:u.ru2 from postgres/rule:t.ru
-- rename postgres/trigger:u.ct2 from postgres/trigger:t.ct
-- rename postgres/trigger:u.tr2 from postgres/trigger:t.tr
-- rename table:u from table:t

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 2. rename constraint t_pkey to u_pkey (rename postgres/constraint:u.u_pkey)
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- 3. rename policy po of table u to po2 (rename postgres/policy:u.po2)
ALTER POLICY po ON public.u RENAME TO po2;

-- 4. rename rule ru on u to ru2 (rename postgres/rule:u.ru2)
ALTER RULE ru ON public.u RENAME TO ru2;

-- 5. rename trigger ct on u to ct2 (rename postgres/trigger:u.ct2)
ALTER TRIGGER ct ON public.u RENAME TO ct2;

-- 6. rename trigger tr on u to tr2 (rename postgres/trigger:u.tr2)
ALTER TRIGGER tr ON public.u RENAME TO tr2;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 2. rename constraint u_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT u_pkey TO t_pkey;

-- 3. rename policy po2 of table t to po (rename postgres/policy:t.po)
ALTER POLICY po2 ON public.t RENAME TO po;

-- 4. rename rule ru2 on t to ru (rename postgres/rule:t.ru)
ALTER RULE ru2 ON public.t RENAME TO ru;

-- 5. rename trigger ct2 on t to ct (rename postgres/trigger:t.ct)
ALTER TRIGGER ct2 ON public.t RENAME TO ct;

-- 6. rename trigger tr2 on t to tr (rename postgres/trigger:t.tr)
ALTER TRIGGER tr2 ON public.t RENAME TO tr;
