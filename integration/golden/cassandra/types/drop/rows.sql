INSERT INTO users (id, home) VALUES (1, {street: 'x', zip: 1});
