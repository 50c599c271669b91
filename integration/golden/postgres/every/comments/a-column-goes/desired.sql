CREATE TABLE t (id int);
COMMENT ON TABLE t IS 'a table';
CREATE TABLE u (id int);
