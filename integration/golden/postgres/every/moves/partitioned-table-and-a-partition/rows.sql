INSERT INTO a.p VALUES (1, 'x'), (2, 'y');
INSERT INTO a.below VALUES (1);
