INSERT INTO notes VALUES (1, Vec_FromText('[1,2,3]'));
