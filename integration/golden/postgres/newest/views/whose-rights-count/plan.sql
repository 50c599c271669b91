-- alter view:v
--   change-options options: ["security_invoker=true"] → []
-- alter view:w
--   change-options options: [] → ["security_invoker=true"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the options of view v (alter view:v)
--    ! access, changes-view-access: changes with whose rights view v reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.v RESET (security_invoker);

-- 2. change the options of view w (alter view:w)
--    ! access, changes-view-access: changes with whose rights view w reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.w SET (security_invoker=true);

-- ==== down ====
-- batch, all or nothing

-- 1. change the options of view v (alter view:v)
--    ! access, changes-view-access: changes with whose rights view v reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.v SET (security_invoker=true);

-- 2. change the options of view w (alter view:w)
--    ! access, changes-view-access: changes with whose rights view w reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.w RESET (security_invoker);
