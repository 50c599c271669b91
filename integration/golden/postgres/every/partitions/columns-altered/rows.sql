INSERT INTO m VALUES (1, '2024-02-03', 'a', 'b'), (2, '2025-02-03', 'a', 'b');
