-- rename postgres/domain-constraint:mail.mail_check from postgres/domain-constraint:email.email_check
-- rename postgres/domain:mail from postgres/domain:email

-- ==== up ====
-- batch, all or nothing

-- 1. rename domain email to mail (rename postgres/domain:mail)
--    ! correctness, breaks-clients: renames domain email to mail: statements that still say email fail from then on
ALTER DOMAIN public.email RENAME TO mail;

-- 2. rename constraint email_check of domain mail to mail_check (rename postgres/domain-constraint:mail.mail_check)
ALTER DOMAIN public.mail RENAME CONSTRAINT email_check TO mail_check;

-- ==== down ====
-- batch, all or nothing

-- 1. rename domain mail to email (rename postgres/domain:email)
--    ! correctness, breaks-clients: renames domain mail to email: statements that still say mail fail from then on
ALTER DOMAIN public.mail RENAME TO email;

-- 2. rename constraint mail_check of domain email to email_check (rename postgres/domain-constraint:email.email_check)
ALTER DOMAIN public.email RENAME CONSTRAINT mail_check TO email_check;
