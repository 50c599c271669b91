INSERT INTO memberships VALUES (1, 1, 'a'), (1, 2, 'b'), (2, 1, NULL);
