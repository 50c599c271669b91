-- create postgres/domain-constraint:mail.mail_check
-- drop postgres/domain:email
-- create postgres/domain:mail
-- alter table:t
--   change-type columns.m.type: public.email → public.mail

-- ==== up ====
-- batch, all or nothing

-- 1. create domain mail (create postgres/domain:mail)
CREATE DOMAIN public.mail AS text;

-- 2. add check mail_check to domain mail (create postgres/domain-constraint:mail.mail_check)
ALTER DOMAIN public.mail ADD CONSTRAINT mail_check CHECK ((VALUE <> ''::text));

-- 3. change the type of column m of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.m becomes public.mail; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN m TYPE public.mail USING m::public.mail;

-- 4. drop domain email (drop postgres/domain:email)
--    ! correctness, drops-type: drops domain email: statements that name it fail from then on, casts among them
DROP DOMAIN public.email;

-- ==== down ====
-- batch, all or nothing

-- 1. create domain email (create postgres/domain:email)
CREATE DOMAIN public.email AS text;

-- 2. add check email_check to domain email (create postgres/domain-constraint:email.email_check)
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE ~ '@'::text));

-- 3. change the type of column m of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.m becomes public.email; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN m TYPE public.email USING m::public.email;

-- 4. drop domain mail (drop postgres/domain:mail)
--    ! correctness, drops-type: drops domain mail: statements that name it fail from then on, casts among them
DROP DOMAIN public.mail;
