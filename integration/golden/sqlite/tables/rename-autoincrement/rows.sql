INSERT INTO people (email) VALUES ('a'), ('b'), ('c');
DELETE FROM people WHERE email = 'c';
