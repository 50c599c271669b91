INSERT INTO t (id) VALUES (1);
SELECT nextval('a.q');
