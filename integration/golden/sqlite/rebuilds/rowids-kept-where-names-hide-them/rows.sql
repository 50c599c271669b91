INSERT INTO words (_rowid_, rowid, oid) VALUES (5, 'a', 'b'), (900, 'c', 'd');
