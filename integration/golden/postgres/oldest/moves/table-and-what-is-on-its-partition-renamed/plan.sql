-- rename postgres/constraint:b.u.u_pkey from postgres/constraint:a.t.t_pkey
-- rename postgres/policy:b.u.po2 from postgres/policy:a.t.po
-- rename postgres/rule:b.u.ru2 from postgres/rule:a.t.ru
-- rename postgres/trigger:b.u.ct2 from postgres/trigger:a.t.ct
-- rename postgres/trigger:b.u.tr2 from postgres/trigger:a.t.tr
-- rename postgres/trigger:b.u_parts.tr2 from postgres/trigger:a.t_parts.tr
-- rename table:b.u from table:a.t
-- rename table:b.u_parts from table:a.t_parts

-- ==== up ====
-- batch, all or nothing

-- 1. move table a.t to b.u (rename table:b.u)
--    ! correctness, breaks-clients: moves table a.t to b.u: statements that still say a.t fail from then on
ALTER TABLE a.t SET SCHEMA b;
ALTER TABLE b.t RENAME TO u;

-- 2. rename constraint t_pkey to u_pkey (rename postgres/constraint:b.u.u_pkey)
ALTER TABLE b.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- 3. rename policy po of table b.u to po2 (rename postgres/policy:b.u.po2)
ALTER POLICY po ON b.u RENAME TO po2;

-- 4. rename rule ru on b.u to ru2 (rename postgres/rule:b.u.ru2)
ALTER RULE ru ON b.u RENAME TO ru2;

-- 5. rename trigger ct on b.u to ct2 (rename postgres/trigger:b.u.ct2)
ALTER TRIGGER ct ON b.u RENAME TO ct2;

-- 6. rename trigger tr on b.u to tr2 (rename postgres/trigger:b.u.tr2)
ALTER TRIGGER tr ON b.u RENAME TO tr2;

-- 7. move table a.t_parts to b.u_parts (rename table:b.u_parts)
--    ! correctness, breaks-clients: moves table a.t_parts to b.u_parts: statements that still say a.t_parts fail from then on
ALTER TABLE a.t_parts SET SCHEMA b;
ALTER TABLE b.t_parts RENAME TO u_parts;

-- 8. rename trigger tr on b.u_parts to tr2 (rename postgres/trigger:b.u_parts.tr2)
ALTER TRIGGER tr ON b.u_parts RENAME TO tr2;
ALTER TRIGGER tr ON a.part RENAME TO tr2;

-- ==== down ====
-- batch, all or nothing

-- 1. move table b.u to a.t (rename table:a.t)
--    ! correctness, breaks-clients: moves table b.u to a.t: statements that still say b.u fail from then on
ALTER TABLE b.u SET SCHEMA a;
ALTER TABLE a.u RENAME TO t;

-- 2. rename constraint u_pkey to t_pkey (rename postgres/constraint:a.t.t_pkey)
ALTER TABLE a.t RENAME CONSTRAINT u_pkey TO t_pkey;

-- 3. rename policy po2 of table a.t to po (rename postgres/policy:a.t.po)
ALTER POLICY po2 ON a.t RENAME TO po;

-- 4. rename rule ru2 on a.t to ru (rename postgres/rule:a.t.ru)
ALTER RULE ru2 ON a.t RENAME TO ru;

-- 5. rename trigger ct2 on a.t to ct (rename postgres/trigger:a.t.ct)
ALTER TRIGGER ct2 ON a.t RENAME TO ct;

-- 6. rename trigger tr2 on a.t to tr (rename postgres/trigger:a.t.tr)
ALTER TRIGGER tr2 ON a.t RENAME TO tr;

-- 7. move table b.u_parts to a.t_parts (rename table:a.t_parts)
--    ! correctness, breaks-clients: moves table b.u_parts to a.t_parts: statements that still say b.u_parts fail from then on
ALTER TABLE b.u_parts SET SCHEMA a;
ALTER TABLE a.u_parts RENAME TO t_parts;

-- 8. rename trigger tr2 on a.t_parts to tr (rename postgres/trigger:a.t_parts.tr)
ALTER TRIGGER tr2 ON a.t_parts RENAME TO tr;
ALTER TRIGGER tr2 ON a.part RENAME TO tr;
