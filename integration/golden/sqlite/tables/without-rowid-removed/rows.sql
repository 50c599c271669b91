INSERT INTO settings VALUES ('b', '2'), ('a', '1');
