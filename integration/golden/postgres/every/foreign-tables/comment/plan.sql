-- alter postgres/comment:ft.postgres/foreign-table
--   change-comment text: old → new
--   change-comment columns.a: none → of a

-- ==== up ====
-- batch, all or nothing

-- 1. comment on foreign table ft (alter postgres/comment:ft.postgres/foreign-table)
COMMENT ON FOREIGN TABLE public.ft IS 'new';
COMMENT ON COLUMN public.ft.a IS 'of a';

-- ==== down ====
-- batch, all or nothing

-- 1. comment on foreign table ft (alter postgres/comment:ft.postgres/foreign-table)
COMMENT ON FOREIGN TABLE public.ft IS 'old';
COMMENT ON COLUMN public.ft.a IS NULL;
