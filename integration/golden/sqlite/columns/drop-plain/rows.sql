INSERT INTO users VALUES (1, 'a', 'Ada'), (2, NULL, 'Bob');
