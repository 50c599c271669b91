CREATE TABLE bills (account int, bill int, note text, PRIMARY KEY (account, bill)); ALTER TABLE bills DROP note;
