INSERT INTO users VALUES (1, 'ada@example.org'), (2, 'bob@example.org');
INSERT INTO logs VALUES (1, 'hello'), (2, 'bye');
