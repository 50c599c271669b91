INSERT INTO notes VALUES (1, 'Ada'), (2, 'Grace');
INSERT INTO plain VALUES (1, 'Ada');
