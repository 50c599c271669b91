-- create index:docs_body
-- create postgres/constraint:docs.filled
-- replace postgres/policy:docs.own: it cannot stay while table:docs is altered
-- alter table:docs
--   change-type columns.amount.type: numeric(8,2) → numeric(10,2)
--   change-not-null columns.body.not-null: false → true
--   add-column columns.token: token uuid DEFAULT gen_random_uuid()
-- replace view:amounts: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch

-- 1. look for nulls in column body of table docs (alter table:docs)
ALTER TABLE public.docs ADD CONSTRAINT schema_sync_not_null_body CHECK (body IS NOT NULL) NOT VALID;
ALTER TABLE public.docs VALIDATE CONSTRAINT schema_sync_not_null_body;
-- removes what a failure leaves behind: ALTER TABLE public.docs DROP CONSTRAINT schema_sync_not_null_body;
-- batch, all or nothing

-- 2. forbid nulls in column body of table docs (alter table:docs)
ALTER TABLE public.docs ALTER COLUMN body SET NOT NULL;
ALTER TABLE public.docs DROP CONSTRAINT schema_sync_not_null_body;
-- batch, all or nothing

-- 3. add column token of table docs (alter table:docs)
ALTER TABLE public.docs ADD COLUMN token uuid;
ALTER TABLE public.docs ALTER COLUMN token SET DEFAULT gen_random_uuid();
ALTER TABLE public.docs ADD CONSTRAINT schema_sync_fill_token CHECK (true) NOT VALID;
-- batch, postgres/row_security = "off"

-- 4. fill column token of table docs (alter table:docs)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.docs
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.docs
  SET token = DEFAULT
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::integer)
    AND id <= (SELECT id FROM last)
    AND token IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 5. column token of table docs is filled (alter table:docs)
ALTER TABLE public.docs DROP CONSTRAINT schema_sync_fill_token;
-- batch, all or nothing

-- 6. drop policy own of table docs (replace postgres/policy:docs.own)
DROP POLICY own ON public.docs;

-- 7. drop view amounts (replace view:amounts)
DROP VIEW public.amounts;

-- 8. change the type of column amount of table docs (alter table:docs)
ALTER TABLE public.docs ALTER COLUMN amount TYPE numeric(10,2);

-- 9. create policy own of table docs (replace postgres/policy:docs.own)
CREATE POLICY own ON public.docs AS RESTRICTIVE FOR ALL TO PUBLIC USING ((amount > (0)::numeric));

-- 10. create view amounts (replace view:amounts)
CREATE VIEW public.amounts (amount) AS
 SELECT docs.amount
   FROM public.docs;
-- batch, postgres/lock_timeout = 0

-- 11. create index docs_body (create index:docs_body)
CREATE INDEX CONCURRENTLY docs_body ON public.docs USING btree (body);
-- removes what a failure leaves behind: DROP INDEX CONCURRENTLY public.docs_body;
-- batch

-- 12. add check filled to table docs (create postgres/constraint:docs.filled)
ALTER TABLE public.docs ADD CONSTRAINT filled CHECK ((body <> ''::text)) NOT VALID;
ALTER TABLE public.docs VALIDATE CONSTRAINT filled;
-- removes what a failure leaves behind: ALTER TABLE public.docs DROP CONSTRAINT filled;

-- ==== down ====
-- batch, postgres/lock_timeout = 0

-- 1. drop index docs_body (drop index:docs_body)
--    ! slow, drops-index: drops index docs_body: queries that used it read all of table docs from then on
DROP INDEX CONCURRENTLY public.docs_body;
-- batch, all or nothing

-- 2. drop check filled of table docs (drop postgres/constraint:docs.filled)
--    ! correctness, ends-guarantee: drops the check filled of table docs: from then on rows come that break it, and no statement fails
ALTER TABLE public.docs DROP CONSTRAINT filled;
-- batch, all or nothing

-- 3. drop policy own of table docs (replace postgres/policy:docs.own)
DROP POLICY own ON public.docs;

-- 4. drop view amounts (replace view:amounts)
DROP VIEW public.amounts;

-- 5. drop column token of table docs (alter table:docs)
--    ! data-loss, drops-column: drops column docs.token with all of its values [irreversible]
ALTER TABLE public.docs DROP COLUMN token;

-- 6. change the type of column amount of table docs (alter table:docs)
--    ! blocks-reads, scans-table: reads all of table docs for values of amount that are no numeric(8,2), and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table docs again, because docs.amount becomes numeric(8,2); nobody reads or writes it meanwhile
ALTER TABLE public.docs ALTER COLUMN amount TYPE numeric(8,2) USING amount::numeric(8,2);

-- 7. allow nulls in column body of table docs (alter table:docs)
--    ! correctness, ends-guarantee: drops the NOT NULL of column body of table docs: from then on rows come that break it, and no statement fails
ALTER TABLE public.docs ALTER COLUMN body DROP NOT NULL;

-- 8. create policy own of table docs (replace postgres/policy:docs.own)
CREATE POLICY own ON public.docs AS RESTRICTIVE FOR ALL TO PUBLIC USING ((amount > (0)::numeric));

-- 9. create view amounts (replace view:amounts)
CREATE VIEW public.amounts (amount) AS
 SELECT docs.amount
   FROM public.docs;
