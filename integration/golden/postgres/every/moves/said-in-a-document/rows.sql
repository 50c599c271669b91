INSERT INTO a.people VALUES (1, 'x');
INSERT INTO visits VALUES (1);
