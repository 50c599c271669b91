INSERT INTO base VALUES (1, 2, 'k'); INSERT INTO heir VALUES (1, 2, 'k', 3);
