CREATE TYPE spot (street text, zip int);
