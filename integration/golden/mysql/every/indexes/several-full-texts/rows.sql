INSERT INTO notes VALUES (1, 'a title', 'a body', 'a summary');
