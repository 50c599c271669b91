INSERT INTO users VALUES (1, 'Ada', 'Lovelace');
