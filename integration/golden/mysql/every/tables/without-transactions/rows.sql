INSERT INTO words VALUES (1, 'home', 'good', 5);
INSERT INTO kept VALUES (1, 'home', 'good');
