CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(30), c JSON, KEY x ((LOWER(b))), KEY y ((CAST(c->>'$.n' AS UNSIGNED))), KEY z ((b = 'it''s')), KEY m ((CAST(c->'$.l' AS UNSIGNED ARRAY))));
