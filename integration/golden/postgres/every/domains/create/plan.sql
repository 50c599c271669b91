-- create postgres/domain-constraint:email.email_check
-- create postgres/domain-constraint:email.has_at
-- create postgres/domain:email
-- alter table:t
--   add-column columns.n: n public.email

-- ==== up ====
-- batch, all or nothing

-- 1. create domain email (create postgres/domain:email)
CREATE DOMAIN public.email AS character varying(20) DEFAULT 'a@b'::character varying NOT NULL;

-- 2. add check email_check to domain email (create postgres/domain-constraint:email.email_check)
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((length((VALUE)::text) > 1));

-- 3. add check has_at to domain email (create postgres/domain-constraint:email.has_at)
ALTER DOMAIN public.email ADD CONSTRAINT has_at CHECK (((VALUE)::text ~ '@'::text));

-- 4. add column n of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column n; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN n public.email;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column n of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.n with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN n;

-- 2. drop domain email (drop postgres/domain:email)
--    ! correctness, drops-type: drops domain email: statements that name it fail from then on, casts among them
DROP DOMAIN public.email;
