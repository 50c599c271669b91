-- replace postgres/policy:t.of_gone: it cannot stay while table:t is altered
-- replace postgres/policy:t.other: it cannot stay while table:members is altered
-- replace postgres/policy:t.own: it cannot stay while table:t is altered
-- alter table:members
--   change-type columns.name.type: character varying(10) → character varying(20)
-- alter table:t
--   drop-column columns.gone: gone integer
--   change-type columns.owner.type: character varying(10) → character varying(20)

-- ==== up ====
-- batch, all or nothing

-- 1. drop policy of_gone of table t (replace postgres/policy:t.of_gone)
DROP POLICY of_gone ON public.t;

-- 2. drop policy other of table t (replace postgres/policy:t.other)
DROP POLICY other ON public.t;

-- 3. drop policy own of table t (replace postgres/policy:t.own)
DROP POLICY own ON public.t;

-- 4. change the type of column name of table members (alter table:members)
ALTER TABLE public.members ALTER COLUMN name TYPE character varying(20);

-- 5. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 6. change the type of column owner of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN owner TYPE character varying(20);

-- 7. create policy of_gone of table t (replace postgres/policy:t.of_gone)
--    ! access, changes-policy: creates policy of_gone of table t, and with it which rows somebody may see or write
CREATE POLICY of_gone ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((id > 0));

-- 8. create policy other of table t (replace postgres/policy:t.other)
CREATE POLICY other ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((id IN ( SELECT length((members.name)::text) AS length
   FROM public.members)));

-- 9. create policy own of table t (replace postgres/policy:t.own)
CREATE POLICY own ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING (((owner)::text = 'a'::text));

-- The way down does not bring back:
--   alter table:t: drops column t.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop policy other of table t (replace postgres/policy:t.other)
DROP POLICY other ON public.t;

-- 2. drop policy own of table t (replace postgres/policy:t.own)
DROP POLICY own ON public.t;

-- 3. change the type of column name of table members (alter table:members)
--    ! data-loss, converts-values: changes members.name from character varying(20) to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table members again, because members.name becomes character varying(10); nobody reads or writes it meanwhile
ALTER TABLE public.members ALTER COLUMN name TYPE character varying(10) USING name::character varying;

-- 4. change the type of column owner of table t (alter table:t)
--    ! data-loss, converts-values: changes t.owner from character varying(20) to character varying(10), which fails where a stored value is longer, but for blanks at its end, which are cut [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.owner becomes character varying(10); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN owner TYPE character varying(10) USING owner::character varying;

-- 5. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone integer;

-- 6. alter policy of_gone of table t (alter postgres/policy:t.of_gone)
--    ! access, changes-policy: alters policy of_gone of table t, and with it which rows somebody may see or write
ALTER POLICY of_gone ON public.t USING ((gone > 0));

-- 7. create policy other of table t (replace postgres/policy:t.other)
CREATE POLICY other ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((id IN ( SELECT length((members.name)::text) AS length
   FROM public.members)));

-- 8. create policy own of table t (replace postgres/policy:t.own)
CREATE POLICY own ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING (((owner)::text = 'a'::text));
