INSERT INTO users VALUES (3, 'Ada'), (5, 'Bob');
