INSERT INTO events VALUES ('a'), ('b'), ('c');
