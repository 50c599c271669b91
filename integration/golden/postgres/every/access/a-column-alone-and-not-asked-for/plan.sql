-- alter table:t
--   change-type columns.a.type: character varying(10) → character varying(20)
-- replace view:w: a view keeps the columns that it has, and can only get more at the end
-- left alone: default privileges all tables of postgres: privileges stay unless --with grants

-- ==== up ====
-- batch, all or nothing

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20);

-- 3. create view w (replace view:w)
CREATE VIEW public.w (a, b) AS
 SELECT t.a,
    u.b
   FROM (public.t
     CROSS JOIN public.u);
REVOKE SELECT ON TABLE public.w FROM PUBLIC;
REVOKE UPDATE ON TABLE public.w FROM pg_signal_backend;
GRANT UPDATE ON TABLE public.w TO CURRENT_USER;
GRANT UPDATE (a) ON TABLE public.w TO pg_signal_backend;
GRANT SELECT (a) ON TABLE public.w TO PUBLIC;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from character varying(20) to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes character varying(10); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10) USING a::character varying;

-- 3. create view w (replace view:w)
CREATE VIEW public.w (a, b) AS
 SELECT t.a,
    u.b
   FROM (public.t
     CROSS JOIN public.u);
REVOKE SELECT ON TABLE public.w FROM PUBLIC;
REVOKE UPDATE ON TABLE public.w FROM pg_signal_backend;
GRANT UPDATE ON TABLE public.w TO CURRENT_USER;
GRANT UPDATE (a) ON TABLE public.w TO pg_signal_backend;
GRANT SELECT (a) ON TABLE public.w TO PUBLIC;
