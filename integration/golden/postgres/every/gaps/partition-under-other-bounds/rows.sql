INSERT INTO pt VALUES (1, 'a'), (1, 'b');
