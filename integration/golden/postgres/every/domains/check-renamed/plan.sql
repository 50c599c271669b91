-- rename postgres/domain-constraint:email.has_at from postgres/domain-constraint:email.email_check

-- ==== up ====
-- batch, all or nothing

-- 1. rename constraint email_check of domain email to has_at (rename postgres/domain-constraint:email.has_at)
ALTER DOMAIN public.email RENAME CONSTRAINT email_check TO has_at;

-- ==== down ====
-- batch, all or nothing

-- 1. rename constraint has_at of domain email to email_check (rename postgres/domain-constraint:email.email_check)
ALTER DOMAIN public.email RENAME CONSTRAINT has_at TO email_check;
