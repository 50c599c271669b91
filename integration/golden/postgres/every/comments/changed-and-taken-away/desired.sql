CREATE TABLE t (id int, a int, b int);
COMMENT ON TABLE t IS 'new';
COMMENT ON COLUMN t.id IS 'stays';
COMMENT ON COLUMN t.b IS 'comes';
CREATE TABLE u (id int);
