CREATE DOMAIN spun AS varchar(30);
CREATE TABLE t (id integer, s spun DEFAULT 'q'::spun);
