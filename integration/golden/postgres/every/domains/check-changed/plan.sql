-- replace postgres/domain-constraint:email.email_check: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop check email_check of domain email (replace postgres/domain-constraint:email.email_check)
ALTER DOMAIN public.email DROP CONSTRAINT email_check;

-- 2. add check email_check to domain email (replace postgres/domain-constraint:email.email_check)
--    ! blocks-writes, scans-table: reads all of table t for the check email_check of domain email, and rows that do not comply make it fail
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE ~ '.@.'::text));

-- ==== down ====
-- batch, all or nothing

-- 1. drop check email_check of domain email (replace postgres/domain-constraint:email.email_check)
ALTER DOMAIN public.email DROP CONSTRAINT email_check;

-- 2. add check email_check to domain email (replace postgres/domain-constraint:email.email_check)
--    ! blocks-writes, scans-table: reads all of table t for the check email_check of domain email, and rows that do not comply make it fail
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE ~ '@'::text));
