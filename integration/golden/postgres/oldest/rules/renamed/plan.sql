-- rename postgres/rule:t.New from postgres/rule:t.old

-- ==== up ====
-- batch, all or nothing

-- 1. rename rule old on t to New (rename postgres/rule:t.New)
ALTER RULE old ON public.t RENAME TO "New";

-- ==== down ====
-- batch, all or nothing

-- 1. rename rule New on t to old (rename postgres/rule:t.old)
ALTER RULE "New" ON public.t RENAME TO old;
