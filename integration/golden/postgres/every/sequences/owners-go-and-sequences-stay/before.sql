CREATE TABLE t (id integer, n integer, o integer, p integer);
CREATE TABLE gone (id integer);
CREATE TABLE u (m integer);
CREATE SEQUENCE q OWNED BY t.n;
CREATE SEQUENCE r OWNED BY gone.id;
CREATE SEQUENCE s OWNED BY t.o;
CREATE SEQUENCE w OWNED BY t.p;
ALTER TABLE u ALTER m SET DEFAULT nextval('q');
ALTER TABLE t ALTER p SET DEFAULT nextval('r');
