-- create postgres/comment:app.My Domain.is positive.postgres/domain-constraint
-- drop postgres/comment:app.My Domain.silent.postgres/domain-constraint
-- replace postgres/comment:d.c.postgres/domain-constraint: it cannot stay while postgres/domain-constraint:d.c is replaced
-- replace postgres/domain-constraint:d.c: a constraint cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. comment on domain constraint app.My Domain.silent (drop postgres/comment:app.My Domain.silent.postgres/domain-constraint)
COMMENT ON CONSTRAINT silent ON DOMAIN app."My Domain" IS NULL;

-- 2. drop check c of domain d (replace postgres/domain-constraint:d.c)
ALTER DOMAIN public.d DROP CONSTRAINT c;

-- 3. comment on domain constraint app.My Domain.is positive (create postgres/comment:app.My Domain.is positive.postgres/domain-constraint)
COMMENT ON CONSTRAINT "is positive" ON DOMAIN app."My Domain" IS 'it''s above 0';

-- 4. add check c to domain d (replace postgres/domain-constraint:d.c)
ALTER DOMAIN public.d ADD CONSTRAINT c CHECK ((VALUE > 1));

-- 5. comment on domain constraint d.c (replace postgres/comment:d.c.postgres/domain-constraint)
COMMENT ON CONSTRAINT c ON DOMAIN public.d IS 'changed with it';

-- ==== down ====
-- batch, all or nothing

-- 1. comment on domain constraint app.My Domain.is positive (drop postgres/comment:app.My Domain.is positive.postgres/domain-constraint)
COMMENT ON CONSTRAINT "is positive" ON DOMAIN app."My Domain" IS NULL;

-- 2. drop check c of domain d (replace postgres/domain-constraint:d.c)
ALTER DOMAIN public.d DROP CONSTRAINT c;

-- 3. comment on domain constraint app.My Domain.silent (create postgres/comment:app.My Domain.silent.postgres/domain-constraint)
COMMENT ON CONSTRAINT silent ON DOMAIN app."My Domain" IS 'taken away';

-- 4. add check c to domain d (replace postgres/domain-constraint:d.c)
ALTER DOMAIN public.d ADD CONSTRAINT c CHECK ((VALUE > 0));

-- 5. comment on domain constraint d.c (replace postgres/comment:d.c.postgres/domain-constraint)
COMMENT ON CONSTRAINT c ON DOMAIN public.d IS 'changed';
