-- drop postgres/domain:email

-- ==== up ====
-- batch, all or nothing

-- 1. drop domain email (drop postgres/domain:email)
--    ! correctness, drops-type: drops domain email: statements that name it fail from then on, casts among them
DROP DOMAIN public.email;

-- ==== down ====
-- batch, all or nothing

-- 1. create domain email (create postgres/domain:email)
CREATE DOMAIN public.email AS text;

-- 2. add check email_check to domain email (create postgres/domain-constraint:email.email_check)
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE ~ '@'::text));
