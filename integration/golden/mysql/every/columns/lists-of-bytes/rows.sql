INSERT INTO bytes VALUES (1, 'page'), (2, '0x41');
INSERT INTO texts VALUES (1, 'x'), (2, 'y'), (3, NULL);
