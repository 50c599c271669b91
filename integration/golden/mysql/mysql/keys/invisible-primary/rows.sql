INSERT INTO notes VALUES ('x'), ('y');
