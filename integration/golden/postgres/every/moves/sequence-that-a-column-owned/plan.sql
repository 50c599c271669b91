-- rename sequence:s from sequence:app.s
-- alter table:app.t
--   change-owns columns.n.owns: ["sequence:s"] → none

-- ==== up ====
-- batch, all or nothing

-- 1. move sequence app.s to public.s (rename sequence:s)
--    ! correctness, breaks-clients: moves sequence app.s to public.s: statements that still say app.s fail from then on
ALTER SEQUENCE app.s OWNED BY NONE;
ALTER SEQUENCE app.s SET SCHEMA public;

-- 2. change the sequences that go with column n of table app.t (alter table:app.t)
ALTER SEQUENCE public.s OWNED BY NONE;

-- ==== down ====
-- batch, all or nothing

-- 1. move sequence public.s to app.s (rename sequence:app.s)
--    ! correctness, breaks-clients: moves sequence public.s to app.s: statements that still say public.s fail from then on
ALTER SEQUENCE public.s SET SCHEMA app;

-- 2. change the sequences that go with column n of table app.t (alter table:app.t)
ALTER SEQUENCE app.s OWNED BY app.t.n;
