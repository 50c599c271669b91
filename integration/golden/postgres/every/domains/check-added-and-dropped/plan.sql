-- drop postgres/domain-constraint:email.email_check
-- create postgres/domain-constraint:email.long
-- create postgres/domain-constraint:email.short

-- ==== up ====
-- batch, all or nothing

-- 1. drop check email_check of domain email (drop postgres/domain-constraint:email.email_check)
--    ! correctness, ends-guarantee: drops the check email_check of domain email: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.email DROP CONSTRAINT email_check;

-- 2. add check long to domain email (create postgres/domain-constraint:email.long)
--    ! blocks-writes, scans-table: reads all of table t for the check long of domain email, and rows that do not comply make it fail
ALTER DOMAIN public.email ADD CONSTRAINT long CHECK ((length(VALUE) > 2));

-- 3. add check short to domain email (create postgres/domain-constraint:email.short)
--    ! blocks-writes, scans-table: reads all of table t for the check short of domain email, and rows that do not comply make it fail
ALTER DOMAIN public.email ADD CONSTRAINT short CHECK ((length(VALUE) < 99));

-- ==== down ====
-- batch, all or nothing

-- 1. drop check long of domain email (drop postgres/domain-constraint:email.long)
--    ! correctness, ends-guarantee: drops the check long of domain email: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.email DROP CONSTRAINT long;

-- 2. drop check short of domain email (drop postgres/domain-constraint:email.short)
--    ! correctness, ends-guarantee: drops the check short of domain email: from then on rows come that break it, and no statement fails
ALTER DOMAIN public.email DROP CONSTRAINT short;

-- 3. add check email_check to domain email (create postgres/domain-constraint:email.email_check)
--    ! blocks-writes, scans-table: reads all of table t for the check email_check of domain email, and rows that do not comply make it fail
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE ~ '@'::text));
