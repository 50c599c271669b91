-- rename postgres/constraint:u.u_pkey from postgres/constraint:t.t_pkey
-- rename sequence:u_id_seq from sequence:t_id_seq
-- alter sequence:u_id_seq
--   change-type type: integer → bigint
--   change-maximum maximum: 2147483647 → 9223372036854775807
-- rename table:u from table:t
-- alter table:u
--   change-type columns.id.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. rename sequence t_id_seq to u_id_seq (rename sequence:u_id_seq)
--    ! correctness, breaks-clients: renames sequence t_id_seq to u_id_seq: statements that still say t_id_seq fail from then on
ALTER SEQUENCE public.t_id_seq RENAME TO u_id_seq;

-- 2. rename table t to u (rename table:u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO u;

-- 3. alter sequence u_id_seq (alter sequence:u_id_seq)
ALTER SEQUENCE public.u_id_seq AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;

-- 4. change the type of column id of table u (alter table:u)
--    ! blocks-reads, rewrites-table: writes table u again, because u.id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.u ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.u ALTER COLUMN id SET DEFAULT nextval('public.u_id_seq'::regclass);

-- 5. rename constraint t_pkey to u_pkey (rename postgres/constraint:u.u_pkey)
ALTER TABLE public.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- ==== down ====
-- batch, all or nothing

-- 1. rename sequence u_id_seq to t_id_seq (rename sequence:t_id_seq)
--    ! correctness, breaks-clients: renames sequence u_id_seq to t_id_seq: statements that still say u_id_seq fail from then on
ALTER SEQUENCE public.u_id_seq RENAME TO t_id_seq;

-- 2. rename table u to t (rename table:t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE public.u RENAME TO t;

-- 3. alter sequence t_id_seq (alter sequence:t_id_seq)
-- must find nothing: sequence t_id_seq has counted beyond what it is to count, from 1 to 2147483647
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value(pg_catalog.to_regclass('public.t_id_seq')) AS last
WHERE last NOT BETWEEN 1 AND 2147483647;
ALTER SEQUENCE public.t_id_seq AS integer START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;

-- 4. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

-- 5. rename constraint u_pkey to t_pkey (rename postgres/constraint:t.t_pkey)
ALTER TABLE public.t RENAME CONSTRAINT u_pkey TO t_pkey;
