INSERT INTO users VALUES (1, '30'), (2, '31');
