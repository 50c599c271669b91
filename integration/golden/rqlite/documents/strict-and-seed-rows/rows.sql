INSERT INTO roles VALUES ('admin', 1), ('guest', 9);
