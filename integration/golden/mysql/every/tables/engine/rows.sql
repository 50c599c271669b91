INSERT INTO visits VALUES (1, 'home');
INSERT INTO words VALUES (1, 'home');
INSERT INTO old VALUES (1, 'home');
