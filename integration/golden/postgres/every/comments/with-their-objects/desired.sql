CREATE TABLE come (id int, a int);
COMMENT ON TABLE come IS 'here';
COMMENT ON COLUMN come.a IS 'here';
CREATE INDEX come_id ON come (id);
COMMENT ON INDEX come_id IS 'here';
