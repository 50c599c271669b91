INSERT INTO lower (id, a, c, e, d, f) VALUES (3, 'precious', 3, 3, 3, 3);
