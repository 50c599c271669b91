-- alter postgres/comment:t.table
--   change-comment text: old → new
--   change-comment columns.a: goes → none
--   change-comment columns.b: none → comes
-- drop postgres/comment:u.table

-- ==== up ====
-- batch, all or nothing

-- 1. comment on table u (drop postgres/comment:u.table)
COMMENT ON TABLE public.u IS NULL;
COMMENT ON COLUMN public.u.id IS NULL;

-- 2. comment on table t (alter postgres/comment:t.table)
COMMENT ON TABLE public.t IS 'new';
COMMENT ON COLUMN public.t.b IS 'comes';
COMMENT ON COLUMN public.t.a IS NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. comment on table t (alter postgres/comment:t.table)
COMMENT ON TABLE public.t IS 'old';
COMMENT ON COLUMN public.t.a IS 'goes';
COMMENT ON COLUMN public.t.b IS NULL;

-- 2. comment on table u (create postgres/comment:u.table)
COMMENT ON TABLE public.u IS 'goes';
COMMENT ON COLUMN public.u.id IS 'goes';
