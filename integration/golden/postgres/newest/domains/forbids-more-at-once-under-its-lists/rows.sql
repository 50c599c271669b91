INSERT INTO lists VALUES (1, '{a,b}', NULL); INSERT INTO both_of VALUES ('{c}', 'd', 'e');
