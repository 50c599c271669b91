CREATE TABLE people (id serial PRIMARY KEY, mail text UNIQUE);
CREATE INDEX people_mail_idx ON people (mail);
CREATE TABLE visits (who integer REFERENCES people);
