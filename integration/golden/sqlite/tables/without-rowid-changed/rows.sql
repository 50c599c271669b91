INSERT INTO settings VALUES ('x', 'a', '1'), ('x', 'b', '2'), ('y', 'a', '3');
