INSERT INTO a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x VALUES (1, 'x');
