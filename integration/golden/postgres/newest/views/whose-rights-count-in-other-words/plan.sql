-- alter view:gains
--   change-options options: ["security_invoker=false"] → ["security_invoker=true"]
-- alter view:loses
--   change-options options: ["security_invoker=true"] → []
-- alter view:said
--   change-options options: ["security_barrier=false"] → []

-- ==== up ====
-- batch, all or nothing

-- 1. change the options of view gains (alter view:gains)
--    ! access, changes-view-access: changes with whose rights view gains reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.gains SET (security_invoker=true);

-- 2. change the options of view loses (alter view:loses)
--    ! access, changes-view-access: changes with whose rights view loses reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.loses RESET (security_invoker);

-- 3. change the options of view said (alter view:said)
ALTER VIEW public.said RESET (security_barrier);

-- ==== down ====
-- batch, all or nothing

-- 1. change the options of view gains (alter view:gains)
--    ! access, changes-view-access: changes with whose rights view gains reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.gains SET (security_invoker=false);

-- 2. change the options of view loses (alter view:loses)
--    ! access, changes-view-access: changes with whose rights view loses reads, or whether what it hides stays hidden from functions in a query
ALTER VIEW public.loses SET (security_invoker=true);

-- 3. change the options of view said (alter view:said)
ALTER VIEW public.said SET (security_barrier=false);
