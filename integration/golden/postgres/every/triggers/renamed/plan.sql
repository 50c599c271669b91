-- rename postgres/trigger:t.new Name from postgres/trigger:t.old_name

-- ==== up ====
-- batch, all or nothing

-- 1. rename trigger old_name on t to new Name (rename postgres/trigger:t.new Name)
ALTER TRIGGER old_name ON public.t RENAME TO "new Name";

-- ==== down ====
-- batch, all or nothing

-- 1. rename trigger new Name on t to old_name (rename postgres/trigger:t.old_name)
ALTER TRIGGER "new Name" ON public.t RENAME TO old_name;
