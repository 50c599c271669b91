INSERT INTO conditions VALUES ('2024-01-01', 'here', 1.5), ('2024-02-01', 'there', 2.5);
