CREATE TYPE place (street text, zip int);
