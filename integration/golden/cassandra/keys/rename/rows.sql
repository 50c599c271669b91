INSERT INTO visits (page, at, who, note) VALUES ('/', '2026-01-01', 1, 'x');
