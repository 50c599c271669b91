INSERT INTO words (rowid, word) VALUES (5, 'five'), (900, 'nine hundred'), (-3, 'minus three');
DELETE FROM words WHERE rowid = 5;
