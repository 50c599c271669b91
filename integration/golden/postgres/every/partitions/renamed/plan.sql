-- rename index:n_0_b c_idx1 from index:m_0_a_idx1
-- rename index:n_b c_idx from index:m_a_idx
-- rename postgres/constraint:n.n_pkey from postgres/constraint:m.m_pkey
-- rename table:n from table:m
-- alter table:n
--   rename-column columns.b c: a → b c
--   rename-column columns.key: id → key
-- rename table:n_0 from table:m_0

-- ==== up ====
-- batch, all or nothing

-- 1. rename table m to n (rename table:n)
--    ! correctness, breaks-clients: renames table m to n: statements that still say m fail from then on
ALTER TABLE public.m RENAME TO n;

-- 2. rename table m_0 to n_0 (rename table:n_0)
--    ! correctness, breaks-clients: renames table m_0 to n_0: statements that still say m_0 fail from then on
ALTER TABLE public.m_0 RENAME TO n_0;

-- 3. rename index m_0_a_idx1 to n_0_b c_idx1 (rename index:n_0_b c_idx1)
ALTER INDEX public.m_0_a_idx1 RENAME TO "n_0_b c_idx1";

-- 4. rename column a to b c of table n (alter table:n)
--    ! correctness, breaks-clients: renames column n.a to b c: statements that still say n.a fail from then on
ALTER TABLE public.n RENAME COLUMN a TO "b c";

-- 5. rename column id to key of table n (alter table:n)
--    ! correctness, breaks-clients: renames column n.id to key: statements that still say n.id fail from then on
ALTER TABLE public.n RENAME COLUMN id TO key;

-- 6. rename index m_a_idx to n_b c_idx (rename index:n_b c_idx)
ALTER INDEX public.m_a_idx RENAME TO "n_b c_idx";

-- 7. rename constraint m_pkey to n_pkey (rename postgres/constraint:n.n_pkey)
ALTER TABLE public.n RENAME CONSTRAINT m_pkey TO n_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table n to m (rename table:m)
--    ! correctness, breaks-clients: renames table n to m: statements that still say n fail from then on
ALTER TABLE public.n RENAME TO m;

-- 2. rename table n_0 to m_0 (rename table:m_0)
--    ! correctness, breaks-clients: renames table n_0 to m_0: statements that still say n_0 fail from then on
ALTER TABLE public.n_0 RENAME TO m_0;

-- 3. rename index n_0_b c_idx1 to m_0_a_idx1 (rename index:m_0_a_idx1)
ALTER INDEX public."n_0_b c_idx1" RENAME TO m_0_a_idx1;

-- 4. rename column b c to a of table m (alter table:m)
--    ! correctness, breaks-clients: renames column m.b c to a: statements that still say m.b c fail from then on
ALTER TABLE public.m RENAME COLUMN "b c" TO a;

-- 5. rename column key to id of table m (alter table:m)
--    ! correctness, breaks-clients: renames column m.key to id: statements that still say m.key fail from then on
ALTER TABLE public.m RENAME COLUMN key TO id;

-- 6. rename index n_b c_idx to m_a_idx (rename index:m_a_idx)
ALTER INDEX public."n_b c_idx" RENAME TO m_a_idx;

-- 7. rename constraint n_pkey to m_pkey (rename postgres/constraint:m.m_pkey)
ALTER TABLE public.m RENAME CONSTRAINT n_pkey TO m_pkey;
