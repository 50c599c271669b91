-- drop postgres/publication:p

-- ==== up ====
-- batch, all or nothing

-- 1. drop publication p (drop postgres/publication:p)
--    ! correctness, drops-publication: drops publication p: subscriptions to it fail, and what they have not got yet they do not get
DROP PUBLICATION p;

-- ==== down ====
-- batch, all or nothing

-- 1. create publication p (create postgres/publication:p)
CREATE PUBLICATION p FOR ALL TABLES WITH (publish = 'insert');
