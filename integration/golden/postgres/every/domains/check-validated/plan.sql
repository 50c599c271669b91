-- alter postgres/domain-constraint:email.c
--   change-validation unvalidated: true → false

-- ==== up ====
-- batch, all or nothing

-- 1. validate check c of domain email (alter postgres/domain-constraint:email.c)
--    ! blocks-writes, scans-table: reads all of table t for the check c of domain email, and rows that do not comply make it fail
ALTER DOMAIN public.email VALIDATE CONSTRAINT c;

-- ==== down ====
-- batch, all or nothing

-- 1. drop check c of domain email (replace postgres/domain-constraint:email.c)
ALTER DOMAIN public.email DROP CONSTRAINT c;

-- 2. add check c to domain email (replace postgres/domain-constraint:email.c)
ALTER DOMAIN public.email ADD CONSTRAINT c CHECK ((VALUE ~ '@'::text)) NOT VALID;
