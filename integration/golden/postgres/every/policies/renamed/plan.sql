-- rename postgres/policy:t.New one from postgres/policy:t.old

-- ==== up ====
-- batch, all or nothing

-- 1. rename policy old of table t to New one (rename postgres/policy:t.New one)
ALTER POLICY old ON public.t RENAME TO "New one";

-- ==== down ====
-- batch, all or nothing

-- 1. rename policy New one of table t to old (rename postgres/policy:t.old)
ALTER POLICY "New one" ON public.t RENAME TO old;
