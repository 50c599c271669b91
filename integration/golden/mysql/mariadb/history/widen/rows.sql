INSERT INTO notes VALUES (1, 'x');
UPDATE notes SET note = 'y';
