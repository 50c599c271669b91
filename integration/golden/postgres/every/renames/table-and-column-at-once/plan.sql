-- rename index:We"ird Näme_order_key_idx from index:t_a_id_idx
-- rename postgres/constraint:We"ird Näme.We"ird Näme_order_check from postgres/constraint:t.t_a_check
-- rename postgres/constraint:We"ird Näme.We"ird Näme_pkey from postgres/constraint:t.t_pkey
-- rename sequence:We"ird Näme_key_seq from sequence:t_id_seq
-- rename table:We"ird Näme from table:t
-- alter table:We"ird Näme
--   rename-column columns.key: id → key
--   rename-column columns.order: a → order

-- ==== up ====
-- batch, all or nothing

-- 1. rename sequence t_id_seq to We"ird Näme_key_seq (rename sequence:We"ird Näme_key_seq)
--    ! correctness, breaks-clients: renames sequence t_id_seq to We"ird Näme_key_seq: statements that still say t_id_seq fail from then on
ALTER SEQUENCE public.t_id_seq RENAME TO "We""ird Näme_key_seq";

-- 2. rename table t to We"ird Näme (rename table:We"ird Näme)
--    ! correctness, breaks-clients: renames table t to We"ird Näme: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO "We""ird Näme";

-- 3. rename column id to key of table We"ird Näme (alter table:We"ird Näme)
--    ! correctness, breaks-clients: renames column We"ird Näme.id to key: statements that still say We"ird Näme.id fail from then on
ALTER TABLE public."We""ird Näme" RENAME COLUMN id TO key;

-- 4. rename column a to order of table We"ird Näme (alter table:We"ird Näme)
--    ! correctness, breaks-clients: renames column We"ird Näme.a to order: statements that still say We"ird Näme.a fail from then on
ALTER TABLE public."We""ird Näme" RENAME COLUMN a TO "order";

-- 5. rename index t_a_id_idx to We"ird Näme_order_key_idx (rename index:We"ird Näme_order_key_idx)
ALTER INDEX public.t_a_id_idx RENAME TO "We""ird Näme_order_key_idx";

-- 6. rename constraint t_a_check to We"ird Näme_order_check (rename postgres/constraint:We"ird Näme.We"ird Näme_order_check)
ALTER TABLE public."We""ird Näme" RENAME CONSTRAINT t_a_check TO "We""ird Näme_order_check";

-- 7. rename constraint t_pkey to We"ird Näme_pkey (rename postgres/constraint:We"ird Näme.We"ird Näme_pkey)
ALTER TABLE public."We""ird Näme" RENAME CONSTRAINT t_pkey TO "We""ird Näme_pkey";

-- ==== down ====
-- batch, all or nothing

-- 1. rename sequence We"ird Näme_key_seq to t_id_seq (rename sequence:t_id_seq)
--    ! correctness, breaks-clients: renames sequence We"ird Näme_key_seq to t_id_seq: statements that still say We"ird Näme_key_seq fail from then on
ALTER SEQUENCE public."We""ird Näme_key_seq" RENAME TO t_id_seq;

-- 2. rename table We"ird Näme to t (rename table:t)
--    ! correctness, breaks-clients: renames table We"ird Näme to t: statements that still say We"ird Näme fail from then on
ALTER TABLE public."We""ird Näme" RENAME TO t;

-- 3. rename column order to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.order to a: statements that still say t.order fail from then on
ALTER TABLE public.t RENAME COLUMN "order" TO a;

-- 4. rename column key to id of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.key to id: statements that still say t.key fail from then on
ALTER TABLE public.t RENAME COLUMN key TO id;

-- 5. rename index We"ird Näme_order_key_idx to t_a_id_idx (rename index:t_a_id_idx)
ALTER INDEX public."We""ird Näme_order_key_idx" RENAME TO t_a_id_idx;

-- 6. rename constraint We"ird Näme_order_check to t_a_check (rename postgres/constraint:t.t_a_check)
ALTER TABLE public.t RENAME CONSTRAINT "We""ird Näme_order_check" TO t_a_check;

-- 7. rename constraint We"ird Näme_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT "We""ird Näme_pkey" TO t_pkey;
