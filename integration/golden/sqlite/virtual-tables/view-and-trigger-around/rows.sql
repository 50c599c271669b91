INSERT INTO notes VALUES (1, 'some text');
