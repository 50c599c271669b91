INSERT INTO seats VALUES (1, 1), (1, 2);
INSERT INTO tickets VALUES (1, 1, 2);
