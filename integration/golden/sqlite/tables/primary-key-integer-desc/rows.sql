INSERT INTO events VALUES (3, 'a'), (5, 'b');
