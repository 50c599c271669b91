-- alter postgres/enum:state
--   add-value labels.b: b
-- replace postgres/policy:docs.own: it cannot stay while table:docs is altered
-- alter table:docs
--   change-type columns.amount.type: numeric(8,2) → numeric(10,2)
-- replace view:amounts: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch

-- 1. add value b to enum state (alter postgres/enum:state)
ALTER TYPE public.state ADD VALUE 'b';
-- batch, all or nothing

-- 2. drop policy own of table docs (replace postgres/policy:docs.own)
DROP POLICY own ON public.docs;

-- 3. drop view amounts (replace view:amounts)
DROP VIEW public.amounts;

-- 4. change the type of column amount of table docs (alter table:docs)
ALTER TABLE public.docs ALTER COLUMN amount TYPE numeric(10,2);

-- 5. create policy own of table docs (replace postgres/policy:docs.own)
CREATE POLICY own ON public.docs AS RESTRICTIVE FOR ALL TO PUBLIC USING (((tenant = CURRENT_USER) AND (amount > (0)::numeric)));

-- 6. create view amounts (replace view:amounts)
CREATE VIEW public.amounts (amount) AS
 SELECT docs.amount
   FROM public.docs;

-- ==== down ====
-- batch, all or nothing

-- 1. drop policy own of table docs (replace postgres/policy:docs.own)
DROP POLICY own ON public.docs;

-- 2. drop view amounts (replace view:amounts)
DROP VIEW public.amounts;

-- 3. make enum state anew (alter postgres/enum:state)
--    ! blocks-reads, rewrites-table: writes table docs again, because the enum state is made anew; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes docs.s from enum state to fewer values, which fails where one that goes is stored [irreversible]
-- must find nothing: rows of docs still hold a value in s that goes from the enum state
SELECT s AS value, count(*) AS rows FROM public.docs WHERE s::text IN ('b') GROUP BY 1;
ALTER TYPE public.state RENAME TO _schema_sync_old_state;
CREATE TYPE public.state AS ENUM ('a');
ALTER TABLE public.docs ALTER COLUMN s TYPE public.state USING s::text::public.state;
DROP TYPE public._schema_sync_old_state;

-- 4. change the type of column amount of table docs (alter table:docs)
--    ! blocks-reads, scans-table: reads all of table docs for values of amount that are no numeric(8,2), and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table docs again, because docs.amount becomes numeric(8,2); nobody reads or writes it meanwhile
ALTER TABLE public.docs ALTER COLUMN amount TYPE numeric(8,2) USING amount::numeric(8,2);

-- 5. create policy own of table docs (replace postgres/policy:docs.own)
CREATE POLICY own ON public.docs AS RESTRICTIVE FOR ALL TO PUBLIC USING (((tenant = CURRENT_USER) AND (amount > (0)::numeric)));

-- 6. create view amounts (replace view:amounts)
CREATE VIEW public.amounts (amount) AS
 SELECT docs.amount
   FROM public.docs;
