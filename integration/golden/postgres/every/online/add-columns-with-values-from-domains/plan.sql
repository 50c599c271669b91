-- alter table:t
--   add-column columns.a: a public.tag
--   add-column columns.b: b public.label
--   add-column columns.c: c public.level NOT NULL
--   add-column columns.d: d public.level DEFAULT (((random() * (100)::double precision) + (8)::double precision))::integer

-- ==== up ====
-- batch, all or nothing

-- 1. add column a of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN a public.tag DEFAULT NULL;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ADD CONSTRAINT schema_sync_fill_a CHECK (true) NOT VALID;
-- batch

-- 2. fill column a of table t (alter table:t)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.t
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.t
  SET a = DEFAULT
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::integer)
    AND id <= (SELECT id FROM last)
    AND a IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 3. column a of table t is filled (alter table:t)
ALTER TABLE public.t DROP CONSTRAINT schema_sync_fill_a;
-- batch, all or nothing

-- 4. add column b of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN b public.label DEFAULT NULL;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ADD CONSTRAINT schema_sync_fill_b CHECK (true) NOT VALID;
-- batch

-- 5. fill column b of table t (alter table:t)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.t
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.t
  SET b = DEFAULT
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::integer)
    AND id <= (SELECT id FROM last)
    AND b IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 6. column b of table t is filled (alter table:t)
ALTER TABLE public.t DROP CONSTRAINT schema_sync_fill_b;
-- batch, all or nothing

-- 7. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c public.level NOT NULL;
-- batch, all or nothing

-- 8. add column d of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN d public.level DEFAULT NULL;
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT (((random() * (100)::double precision) + (8)::double precision))::integer;
ALTER TABLE public.t ADD CONSTRAINT schema_sync_fill_d CHECK (true) NOT VALID;
-- batch

-- 9. fill column d of table t (alter table:t)
-- again and again, each round by itself:
WITH batch AS (
  SELECT id
  FROM public.t
  WHERE $1::json IS NULL OR id > ($1::json ->> 0)::integer
  ORDER BY id
  LIMIT 1000
), last AS (
  SELECT id
  FROM batch
  ORDER BY id DESC
  LIMIT 1
), filled AS (
  UPDATE public.t
  SET d = DEFAULT
  WHERE ($1::json IS NULL OR id > ($1::json ->> 0)::integer)
    AND id <= (SELECT id FROM last)
    AND d IS NULL
  RETURNING 1
)
SELECT
  (SELECT count(*) FROM filled) AS done,
  (SELECT json_build_array(id::text)::text FROM last) AS next;
-- batch, all or nothing

-- 10. column d of table t is filled (alter table:t)
ALTER TABLE public.t DROP CONSTRAINT schema_sync_fill_d;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column a of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN a;
-- batch, all or nothing

-- 2. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;
-- batch, all or nothing

-- 3. drop column c of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN c;
-- batch, all or nothing

-- 4. drop column d of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.d with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN d;
