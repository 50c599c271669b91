CREATE TABLE t (id int, a int, b int);
COMMENT ON TABLE t IS 'old';
COMMENT ON COLUMN t.id IS 'stays';
COMMENT ON COLUMN t.a IS 'goes';
CREATE TABLE u (id int);
COMMENT ON TABLE u IS 'goes';
COMMENT ON COLUMN u.id IS 'goes';
