CREATE TABLE codes (code TEXT, label TEXT);
