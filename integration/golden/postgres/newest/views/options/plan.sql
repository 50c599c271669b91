-- alter view:barrier
--   change-options options: [] → ["security_barrier=true"]
-- alter view:both_change
--   change-query select:  SELECT id\n   FROM public.t\n  WHERE (a > 0); →  SELECT id\n   FROM public.t\n  WHERE (a > 1);
--   change-options options: ["security_barrier=true"] → []
-- alter view:checked
--   change-options options: ["check_option=cascaded"] → ["check_option=local"]
-- alter view:unchecked
--   change-options options: ["security_barrier=true"] → ["check_option=cascaded"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the options of view barrier (alter view:barrier)
--    ! access, changes-view-access: changes with whose rights view barrier reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.barrier SET (security_barrier=true);

-- 2. change the query of view both_change (alter view:both_change)
--    ! access, changes-view-access: changes with whose rights view both_change reads, or whether what it hides stays hidden from functions in a query
CREATE OR REPLACE VIEW public.both_change (id) AS
 SELECT id
   FROM public.t
  WHERE (a > 1);

-- 3. change the options of view checked (alter view:checked)
ALTER VIEW public.checked SET (check_option=local);

-- 4. change the options of view unchecked (alter view:unchecked)
--    ! access, changes-view-access: changes with whose rights view unchecked reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.unchecked SET (check_option=cascaded);
ALTER VIEW public.unchecked RESET (security_barrier);

-- ==== down ====
-- batch, all or nothing

-- 1. change the options of view barrier (alter view:barrier)
--    ! access, changes-view-access: changes with whose rights view barrier reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.barrier RESET (security_barrier);

-- 2. change the query of view both_change (alter view:both_change)
--    ! access, changes-view-access: changes with whose rights view both_change reads, or whether what it hides stays hidden from functions in a query
CREATE OR REPLACE VIEW public.both_change (id) WITH (security_barrier=true) AS
 SELECT id
   FROM public.t
  WHERE (a > 0);

-- 3. change the options of view checked (alter view:checked)
ALTER VIEW public.checked SET (check_option=cascaded);

-- 4. change the options of view unchecked (alter view:unchecked)
--    ! access, changes-view-access: changes with whose rights view unchecked reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.unchecked SET (security_barrier=true);
ALTER VIEW public.unchecked RESET (check_option);
