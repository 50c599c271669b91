INSERT INTO p VALUES (1, 'a', true); INSERT INTO heir VALUES (1, 'a', 2); INSERT INTO below VALUES (1, 'a', 2);
