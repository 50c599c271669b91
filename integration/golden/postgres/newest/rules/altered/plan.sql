-- alter postgres/rule:t.action
--   change-action action: \n   WHERE (old.id > 0) DO INSTEAD NOTHING → \n   WHERE (old.id > 1) DO  INSERT INTO public.l (id)\n  VALUES (old.id)
-- alter postgres/rule:t.disabled_all_along
--   change-action action:  DO NOTHING →  DO INSTEAD NOTHING
-- alter postgres/rule:t.event
--   change-event event: INSERT → UPDATE
-- alter postgres/rule:t.state
--   change-state state: none → disabled

-- ==== up ====
-- batch, all or nothing

-- 1. alter rule action on t (alter postgres/rule:t.action)
CREATE OR REPLACE RULE action AS ON DELETE TO public.t
   WHERE (old.id > 1) DO  INSERT INTO public.l (id)
  VALUES (old.id);

-- 2. alter rule disabled_all_along on t (alter postgres/rule:t.disabled_all_along)
CREATE OR REPLACE RULE disabled_all_along AS ON DELETE TO public.t DO INSTEAD NOTHING;

-- 3. alter rule event on t (alter postgres/rule:t.event)
CREATE OR REPLACE RULE event AS ON UPDATE TO public.t DO INSTEAD NOTHING;

-- 4. alter rule state on t (alter postgres/rule:t.state)
--    ! correctness, disables-rule: disables rule state: what it makes of UPDATE on t is not made of it until it is enabled again
ALTER TABLE public.t DISABLE RULE state;

-- ==== down ====
-- batch, all or nothing

-- 1. alter rule action on t (alter postgres/rule:t.action)
CREATE OR REPLACE RULE action AS ON DELETE TO public.t
   WHERE (old.id > 0) DO INSTEAD NOTHING;

-- 2. alter rule disabled_all_along on t (alter postgres/rule:t.disabled_all_along)
CREATE OR REPLACE RULE disabled_all_along AS ON DELETE TO public.t DO NOTHING;

-- 3. alter rule event on t (alter postgres/rule:t.event)
CREATE OR REPLACE RULE event AS ON INSERT TO public.t DO INSTEAD NOTHING;

-- 4. alter rule state on t (alter postgres/rule:t.state)
ALTER TABLE public.t ENABLE RULE state;
